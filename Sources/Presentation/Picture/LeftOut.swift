import Values

/// What a picture says of what it has no room for.
struct LeftOut: Hashable, Sendable {
  let shown: Int
  let total: Int

  /// « les 4 plus grands de 17 groupes »; nothing when all are there.
  func groups(_ voice: Voice) -> [String] {
    line(voice.pick("les \(shown) plus grands", "the \(shown) largest"), voice)
  }

  /// « les 40 premiers de 45 groupes »; nothing when all are there.
  func rows(_ voice: Voice) -> [String] {
    line(voice.pick("les \(shown) premiers", "the first \(shown)"), voice)
  }

  private func line(_ which: String, _ voice: Voice) -> [String] {
    guard shown < total else { return [] }
    let count = voice.numbers.count(Double(total))
    return [which + voice.pick(" de \(count) groupes", " of \(count) groups")]
  }
}
