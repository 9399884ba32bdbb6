import Interpretation
import SemanticModel
import Terminal
import ValueIndex
import Values

/// What Tab offers: the words of a command behind a stroke, else figures and things of the corpus, then names of the database.
struct ChatCompletion {
  /// Figures and things with their folded forms, those of the preferred language first.
  private let words: [[(text: String, folded: String)]]
  private let names: ValueIndex
  /// Dimensions to look for names in: those of people, places and things, then those of codes.
  private let ranks: [Set<Int>]

  /// Most names, but for the last of more.
  static let limit = 40
  /// Most words before the cursor that are taken together.
  private static let longestRun = 16

  /// - Parameters:
  ///   - model: what can be asked for.
  ///   - names: what the database holds.
  ///   - tongue: the language of figures and things; where it has none, the other is tried.
  init(_ model: SemanticModel, names: ValueCatalog, _ tongue: Tongue) {
    words = [tongue, tongue == .french ? .english : .french].map { Self.words(model, $0) }
    self.names = names.index
    let isCode = names.dimensions.map { model.dimensions[$0]?.policy == .codes }
    ranks = [false, true].map { rank in Set(isCode.indices.filter { isCode[$0] == rank }) }
  }

  private static func words(
    _ model: SemanticModel,
    _ tongue: Tongue
  ) -> [(text: String, folded: String)] {
    let figures = model.metrics.values.map { $0.noun.singular[tongue] }
    let things = model.dimensions.values.flatMap {
      [$0.noun.singular[tongue], $0.noun.plural[tongue]]
    }
    return Set(figures + things).sorted().map { ($0, Fold.fold($0)) }
  }

  /// The completions of the words before the cursor: the longest run of them that something begins with.
  ///
  /// Where nothing does, names in which such a run begins a later word. Accents and case do not matter.
  func completions(_ line: String, _ cursor: Int) -> [Completion] {
    let before = String(line.prefix(cursor))
    if let command = CommandCompletion(before) { return command.completions }
    var inside: [Completion] = []
    for start in Self.runs(before) {
      let piece = String(before[start...])
      let place = before.distance(from: before.startIndex, to: start)
      let found = named(piece)
      let texts = offer(piece, found.beginning)
      if !texts.isEmpty { return texts.map { Completion(text: $0, start: place) } }
      if inside.isEmpty { inside = found.inside.map { Completion(text: $0, start: place) } }
    }
    return inside
  }

  /// Names of people, places and things; codes, such as order numbers and addresses, where there are none.
  private func named(_ piece: String) -> NameCompletions {
    let found = ranks.lazy.map {
      names.completions(of: piece, dimensions: $0, count: Self.limit)
    }
    return found.first { !$0.beginning.isEmpty } ?? found.first { !$0.inside.isEmpty }
      ?? .none
  }

  /// Figures and things, then names, each text once.
  private func offer(_ piece: String, _ names: [String]) -> [String] {
    let folded = Fold.fold(piece)
    let begun = words.lazy.map { $0.filter { $0.folded.hasPrefix(folded) }.map(\.text) }
    let own = begun.first { !$0.isEmpty } ?? []
    return own + names.filter { !own.contains($0) }
  }

  /// Where the words before the cursor begin, the first one first: each run goes from there to the cursor.
  private static func runs(_ before: String) -> ArraySlice<String.Index> {
    var starts: [String.Index] = []
    var isInWord = false
    for index in before.indices {
      let isLetter = before[index].isLetter || before[index].isNumber
      if isLetter, !isInWord { starts.append(index) }
      isInWord = isLetter
    }
    return starts.suffix(longestRun)
  }
}
