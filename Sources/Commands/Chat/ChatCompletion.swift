import SemanticModel
import Terminal
import Values

/// What Tab offers: commands behind a stroke, else figures and things of the corpus, accents and case ignored.
struct ChatCompletion {
  private let commands: [String]
  private let words: [String]

  /// Most that is offered at once.
  private static let limit = 40

  init(_ model: SemanticModel, _ tongue: Tongue) {
    let names = SlashCommand.allCases.flatMap { $0.names.french + $0.names.english }
    commands = (names + CommandFamily.all.flatMap(\.names)).map { "/" + $0 }
    let figures = model.metrics.values.map { $0.noun.singular[tongue] }
    let things = model.dimensions.values.flatMap {
      [$0.noun.singular[tongue], $0.noun.plural[tongue]]
    }
    words = Set(figures + things).sorted()
  }

  /// The completions of the words before the cursor: the longest run of them that some name begins with.
  func completions(_ line: String, _ cursor: Int) -> [Completion] {
    let before = String(line.prefix(cursor))
    if before.hasPrefix("/") {
      guard !before.contains(" ") else { return [] }
      return offer(commands, beginning: before, at: 0)
    }
    var start = before.startIndex
    while true {
      let piece = String(before[start...])
      let found =
        piece.isEmpty
        ? []
        : offer(words, beginning: piece, at: before.distance(from: before.startIndex, to: start))
      if !found.isEmpty { return found }
      guard let blank = before[start...].firstIndex(of: " ") else { return [] }
      start = before.index(after: blank)
    }
  }

  private func offer(_ texts: [String], beginning piece: String, at start: Int) -> [Completion] {
    let folded = Fold.fold(piece)
    return texts.filter { Fold.fold($0).hasPrefix(folded) }.prefix(Self.limit).map {
      Completion(text: $0, start: start)
    }
  }
}
