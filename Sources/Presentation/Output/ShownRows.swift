import Values

/// Which rows of a result a text shows, and what it says of the others.
struct ShownRows: Hashable, Sendable {
  /// Rows that are shown rather than spoken of, when only so many are beyond the limit.
  static let handful = 10

  /// All rows of the result.
  let total: Int
  /// How many of them are shown, from the first.
  let shown: Int

  /// The rows up to a limit; all of them without one.
  init(total: Int, limit: Int?) {
    self.total = total
    shown = limit.map { total <= $0 + Self.handful ? total : $0 } ?? total
  }

  /// How many there are and how to see them: « 40 lignes sur 1 234 ; tout voir : --format csv »; nil when all are shown.
  ///
  /// `isTruncated`: the database has more rows than the result.
  func note(_ voice: Voice, on surface: Renderer.Surface, isTruncated: Bool) -> String? {
    let all = voice.numbers.count(Double(total))
    guard shown < total else {
      if !isTruncated { return nil }
      return voice.pick("les \(all) premières lignes seulement", "the first \(all) rows only")
    }
    let some = voice.numbers.count(Double(shown))
    let whole = all + (isTruncated ? "+" : "")
    let count = voice.pick("\(some) lignes sur \(whole)\u{202F}; ", "\(some) of \(whole) rows; ")
    return count + way(voice, surface)
  }

  private func way(_ voice: Voice, _ surface: Renderer.Surface) -> String {
    switch surface {
    case .command: voice.pick("tout voir\u{202F}: --format csv", "see them all: --format csv")
    case .chat:
      voice.pick(
        "/tout pour tout voir, /export FICHIER pour tout garder",
        "/all to see them all, /export FILE to keep them"
      )
    case .message:
      voice.pick("précisez la question pour voir les autres", "narrow the question for the others")
    }
  }
}
