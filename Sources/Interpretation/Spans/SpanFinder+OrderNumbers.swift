import Language
import ValueIndex
import SemanticModel
import Values

/// Orders called by their number: « la commande 1234 », "order #1234".
///
/// Their names in the data are references; the number is the key, which need not be in the index of names.
extension SpanFinder {
  /// A value for each whole number right behind a noun for one order.
  func orderNumberSpans() -> [Span] {
    utterance.numbers.flatMap { number -> [Span] in
      guard number.unit == .plain, number.tokens.count == 1, let key = Int64(exactly: number.value),
        key > 0, !isNameAlready(number.tokens.lowerBound), !isYearOfBaskets(number)
      else { return [] }
      return kinds(before: number.tokens.lowerBound, of: key).map { kind in
        let name = utterance.written(number.tokens)
        let reading = ValueReading(
          dimension: kind,
          names: [NamedValue(key: .integer(key), name: name)],
          total: 1,
          quality: .exact,
          words: [name]
        )
        return Span(tokens: number.tokens, meaning: .value(reading), score: 1.05)
      }
    }
  }

  /// « panier 2025 », "median basket 2025": baskets have no numbers.
  private func isYearOfBaskets(_ number: NumberSpan) -> Bool {
    let start = number.tokens.lowerBound
    return start > 0 && ["basket", "panier"].contains(utterance.tokens[start - 1].folded)
  }

  /// What kinds of orders the words right before a number name: « commande », « commande n° », "order #".
  private func kinds(before number: Int, of value: Int64) -> [String] {
    var end = number
    while end > 0, Self.numberWords.contains(utterance.tokens[end - 1].folded) { end -= 1 }
    guard end > 0, utterance.tokens[end - 1].kind == .word,
      !utterance.tokens[end - 1].folded.hasSuffix("s")
    else { return [] }
    // « coût de commande 50 »: the longest phrase is the one that is meant.
    let hits = (max(0, end - 4)..<end).flatMap { start in
      lexicon.hits(in: utterance.words, at: start).filter {
        $0.tokens.upperBound >= end && $0.tokens.upperBound <= number && !$0.senses.isAnalysis
      }
    }
    guard let first = hits.map(\.tokens.lowerBound).min() else { return [] }
    let longest = hits.filter { $0.tokens.lowerBound == first }
    let meant = kinds(in: longest)
    if !meant.isEmpty || longest.contains(where: \.senses.isMarker) { return meant }
    // « suivi de la commande 95785 », "date of order 95785": its last word names the order all the same.
    return value >= Self.leastBehindPhrase ? kinds(in: hits) : []
  }

  /// The kinds of orders that some phrases mean.
  private func kinds(in hits: [Lexicon.Hit]) -> [String] {
    Self.orders.filter { kind in
      hits.contains { $0.senses.contains { $0.meaning == .dimension(kind) } }
    }
  }

  /// Behind a phrase that means something else, a smaller number is rather one of things or days.
  private static let leastBehindPhrase: Int64 = 1000

  /// Whether a name of the data holds the token: a reference that is a number.
  private func isNameAlready(_ token: Int) -> Bool {
    catalog.index.matches(in: [utterance.tokens[token].folded]).contains { match in
      match.quality <= .plural && match.dimension < catalog.dimensions.count
        && Self.orders.contains(catalog.dimensions[match.dimension])
    }
  }

  private static let orders = ["customer_order", "purchase_order"]
  private static let numberWords: Set<String> = [
    "n", "°", "n°", "no", ".", "#", "num", "numero", "number", "nr", "id",
  ]
}

extension [Sense] {
  /// Whether they only call for an analysis: « arrivera la commande » holds the noun of an order.
  fileprivate var isAnalysis: Bool {
    allSatisfy { if case .analysis = $0.meaning { true } else { false } }
  }

  /// Whether they only say how to read the question: « coût de commande », which a sum of money follows.
  fileprivate var isMarker: Bool {
    allSatisfy { $0.marker != nil }
  }
}
