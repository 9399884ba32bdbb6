package import Values

/// Hours of the day that were said: « avant 8 h », "between 10pm and 6am", « le soir ».
package struct HourSpan: Hashable, Sendable {
  /// Indexes of the tokens, the preposition included.
  package let tokens: Range<Int>
  /// The hours meant.
  package let hours: DayHours

  /// Hours read from some tokens.
  package init(tokens: Range<Int>, hours: DayHours) {
    self.tokens = tokens
    self.hours = hours
  }
}

/// Finds the hours of the day in a question; lengths of time (« en 48 h », "within 24 hours") are none.
package enum Hours {
  /// All of them, left to right, never overlapping.
  package static func spans(in tokens: [Token], numbers: [NumberSpan]) -> [HourSpan] {
    let reader = HourReader(times: ClockReader(tokens: tokens, numbers: numbers))
    var spans: [HourSpan] = []
    var index = 0
    while index < tokens.count {
      if let span = reader.span(at: index) {
        spans.append(span)
        index = span.tokens.upperBound
      } else {
        index += 1
      }
    }
    return spans
  }
}
