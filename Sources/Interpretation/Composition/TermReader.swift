import Language
import SemanticModel
import Values

/// Finds what a question says for the terms of an analysis: « si je baisse le prix de 10 % », "weight price 60 %".
///
/// Each percentage has the stretch of words around it, up to the next one; the term named there is the one it is
/// said for, and a word of rise or fall there is its sign.
struct TermReader {
  private let known: [AnalysisTerm]
  private let rising: [String]
  private let falling: [String]
  private let utterance: Utterance
  private(set) var terms: [String: Double] = [:]
  private(set) var stressed: Set<String> = []
  /// The tokens that said something for a term.
  private(set) var claimed: Set<Int> = []

  /// Reads the terms of an analysis, with its words for rising and falling.
  init(_ terms: [AnalysisTerm], rising: [String], falling: [String], in utterance: Utterance) {
    known = terms
    self.rising = rising
    self.falling = falling
    self.utterance = utterance
    let numbers = utterance.numbers.filter { $0.unit == .percent }
    for (place, number) in numbers.enumerated() {
      read(number, among: stretch(place, of: numbers))
    }
    stress()
    for term in terms {
      for tokens in occurrences(of: term.words) where isKept(tokens) {
        // « à volume constant » names no kind of payment.
        claimed.formUnion(beside(tokens).filter(isKeeping) + Array(tokens))
      }
    }
    if self.terms.isEmpty, terms.contains(where: { $0.kind == .change }) {
      // « simulation à -5 % »: of what is asked back, so the number is not unknown.
      claimed.formUnion(numbers.flatMap(\.tokens))
    }
  }

  // MARK: - A percentage

  private mutating func read(_ number: NumberSpan, among stretch: Range<Int>) {
    if let found = nearest(to: number, in: stretch) {
      switch found.term.kind {
      case .change: readChange(number, found, in: stretch)
      case .weight, .level: take(abs(number.value) / 100, for: found.term, found.tokens, number)
      }
    } else if let level = known.first(where: { $0.kind == .level }) {
      take(abs(number.value) / 100, for: level, 0..<0, number)
    }
  }

  private mutating func readChange(
    _ number: NumberSpan,
    _ found: (term: AnalysisTerm, tokens: Range<Int>),
    in stretch: Range<Int>
  ) {
    let first = utterance.tokens[number.tokens.lowerBound].folded
    let before = number.tokens.lowerBound - 1
    let isSigned =
      first == "-" || first == "+" || first == "−"
      || before >= 0 && utterance.tokens[before].folded == "+"
    let rise = places(of: rising, in: stretch)
    let fall = places(of: falling, in: stretch)
    guard isSigned || rise.isEmpty != fall.isEmpty else { return }
    claimed.formUnion(rise + fall)
    if isSigned, before >= 0, utterance.tokens[before].folded == "+" { claimed.insert(before) }
    let size = abs(number.value) / 100
    let falls = isSigned ? number.value < 0 : rise.isEmpty
    take(falls ? -size : size, for: found.term, found.tokens, number)
  }

  private mutating func take(
    _ value: Double,
    for term: AnalysisTerm,
    _ tokens: Range<Int>,
    _ number: NumberSpan
  ) {
    guard terms[term.name] == nil else { return }
    terms[term.name] = value
    claimed.formUnion(tokens)
    claimed.formUnion(number.tokens)
    if term.kind == .level { claimed.formUnion(comparison(before: number.tokens.lowerBound)) }
  }

  /// « plus de 40 % », "at least 90 %": a level is one from which on.
  private func comparison(before number: Int) -> Range<Int> {
    occurrences(of: Self.comparisons).first { $0.upperBound == number } ?? number..<number
  }

  private static let comparisons = [
    "plus de", "plus d'", "au moins", "au-dessus de", "supérieur à", "supérieure à", "dépasse",
    "over", "above", "more than", "at least", "greater than", "higher than", "exceeds", "exceeding",
  ]

  // MARK: - Terms by themselves

  /// « en privilégiant le délai »: terms that weigh, named without a number.
  private mutating func stress() {
    for term in known where term.kind == .weight && terms[term.name] == nil {
      guard let tokens = occurrences(of: term.words).first(where: { claimed.isDisjoint(with: $0) })
      else { continue }
      stressed.insert(term.name)
      claimed.formUnion(tokens)
    }
    if !terms.isEmpty || !stressed.isEmpty {
      claimed.formUnion(places(of: rising, in: utterance.tokens.indices))
    }
  }

  // MARK: - Words

  /// The tokens that belong to a percentage: from the one before it to the one after, parted at « et », « avec », a comma.
  private func stretch(_ place: Int, of numbers: [NumberSpan]) -> Range<Int> {
    let start = place == 0 ? 0 : border(numbers[place - 1], numbers[place])
    let end =
      place + 1 < numbers.count
      ? border(numbers[place], numbers[place + 1]) : utterance.tokens.count
    return start..<end
  }

  private func border(_ left: NumberSpan, _ right: NumberSpan) -> Int {
    let between = left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)
    return between.first { Self.joints.contains(utterance.tokens[$0].folded) }
      ?? left.tokens.upperBound
  }

  private static let joints: Set<String> = [
    "et", "and", "avec", "with", "mais", "but", ",", ";", "puis", "then", "pour", "for",
  ]

  private func nearest(to number: NumberSpan, in stretch: Range<Int>) -> (
    term: AnalysisTerm, tokens: Range<Int>
  )? {
    let found = known.flatMap { term in
      occurrences(of: term.words).filter { stretch.contains($0.lowerBound) }.map { (term, $0) }
    }
    // « prix d'achat » is no « prix »; « à volume constant » changes no volume.
    let whole = found.filter { one in
      !found.contains { $0.1.count > one.1.count && $0.1.overlaps(one.1) } && !isKept(one.1)
    }
    return whole.min { distance($0.1, number) < distance($1.1, number) }
  }

  /// « mêmes volumes », "constant volume": what is said to stay as it is.
  private func isKept(_ tokens: Range<Int>) -> Bool {
    beside(tokens).contains(where: isKeeping)
  }

  private func beside(_ tokens: Range<Int>) -> [Int] { [tokens.lowerBound - 1, tokens.upperBound] }

  private func isKeeping(_ place: Int) -> Bool {
    utterance.tokens.indices.contains(place) && Self.kept.contains(utterance.tokens[place].folded)
  }

  private static let kept: Set<String> = [
    "meme", "memes", "constant", "constants", "constante", "constantes", "inchange", "inchanges",
    "inchangee", "inchangees", "egal", "egale", "egaux", "same", "unchanged", "equal", "steady",
  ]

  private func distance(_ tokens: Range<Int>, _ number: NumberSpan) -> Int {
    tokens.lowerBound < number.tokens.lowerBound
      ? number.tokens.lowerBound - tokens.upperBound
      : tokens.lowerBound - number.tokens.upperBound
  }

  private func places(of words: [String], in range: Range<Int>) -> [Int] {
    occurrences(of: words).filter { range.contains($0.lowerBound) }.flatMap { Array($0) }
  }

  /// Where phrases stand, the longest first.
  private func occurrences(of phrases: [String]) -> [Range<Int>] {
    let words = utterance.words
    let wanted = phrases.map { Lexer.tokens(of: $0).map { CanonicalWord.of($0) } }
      .sorted { $0.count > $1.count }
    return wanted.flatMap { phrase in
      words.indices.filter { start in
        start + phrase.count <= words.count && !phrase.isEmpty
          && words[start..<(start + phrase.count)].elementsEqual(phrase)
      }.map { $0..<($0 + phrase.count) }
    }
  }
}
