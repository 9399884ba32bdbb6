package import Language
package import Values

/// A question after the language front end: words, numbers, times.
package struct Utterance: Sendable {
  package let text: String
  package let tokens: [Token]
  package let tongue: Tongue
  package let numbers: [NumberSpan]
  package let durations: [DurationSpan]
  package let times: [TimeSpan]
  package let hours: [HourSpan]
  package let clock: Clock
  /// Canonical words, aligned with `tokens`.
  let words: [String]

  package init(_ text: String, clock: Clock, tongue forced: Tongue? = nil) {
    self.text = text
    self.clock = clock
    tokens = Lexer.tokens(of: text)
    tongue = forced ?? LanguageDetector.detect(tokens).tongue
    numbers = Numbers.spans(in: tokens)
    durations = Durations.spans(in: tokens, numbers: numbers)
    times = TimeGrammar.spans(in: tokens, numbers: numbers, clock: clock)
    hours = Hours.spans(in: tokens, numbers: numbers)
    words = tokens.map { CanonicalWord.of($0) }
  }

  /// « globalement », "roughly": adverbs of manner colour a question without changing what is asked.
  func isAdverb(_ word: String) -> Bool {
    tongue == .french
      ? word.hasSuffix("ement") && word.utf8.count > 7 : word.hasSuffix("ly") && word.utf8.count > 5
  }

  /// The words of a run of tokens as they were written.
  package func written(_ range: Range<Int>) -> String {
    guard let first = range.first.map({ tokens[$0] }), let last = range.last.map({ tokens[$0] })
    else { return "" }
    let bytes = text.utf8.dropFirst(first.range.lowerBound)
    return String(
      decoding: bytes.prefix(last.range.upperBound - first.range.lowerBound),
      as: UTF8.self
    )
  }
}
