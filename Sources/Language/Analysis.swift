package import Values

/// Everything the front end reads from a question before its meaning is looked for.
package struct Analysis: Sendable {
  /// The question as it was typed.
  package let text: String
  /// Its words, numbers and symbols.
  package let tokens: [Token]
  /// The tongue it is most likely in.
  package let tongue: Tongue
  /// How sure the tongue is, from 0 to 1.
  package let confidence: Double
  /// Its numbers, those inside dates included.
  package let numbers: [NumberSpan]
  /// Lengths of time that are part of no period ("orders delivered within 5 days").
  package let durations: [DurationSpan]
  /// Its periods, comparisons and grouping units.
  package let times: [TimeSpan]
  /// Its hours of the day.
  package let hours: [HourSpan]

  /// Reads a question as of a clock.
  package init(text: String, clock: Clock) {
    self.text = text
    tokens = Lexer.tokens(of: text)
    (tongue, confidence) = LanguageDetector.detect(tokens)
    let numbers = Numbers.spans(in: tokens)
    let times = TimeGrammar.spans(in: tokens, numbers: numbers, clock: clock)
    durations = Durations.spans(in: tokens, numbers: numbers).filter { duration in
      !times.contains { $0.tokens.overlaps(duration.tokens) }
    }
    self.numbers = numbers
    hours = Hours.spans(in: tokens, numbers: numbers)
    self.times = times
  }
}
