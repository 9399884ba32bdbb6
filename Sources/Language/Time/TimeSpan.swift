package import Values

/// A time expression of a question: where it stands and what it means.
package struct TimeSpan: Hashable, Sendable {
  /// What a time expression contributes to the question.
  package enum Meaning: Hashable, Sendable {
    /// Days to count ("in 2018", "last week").
    case period(Period)
    /// What to compare with ("vs N-1").
    case comparison(TimeComparison)
    /// A unit to group by; `each` is false where it is only what is asked for ("which month").
    case grain(Grain, each: Bool)
  }

  /// Indexes of the tokens, the preposition and the article included.
  package let tokens: Range<Int>
  /// What it means.
  package let meaning: Meaning

  /// A meaning read from some tokens.
  package init(tokens: Range<Int>, meaning: Meaning) {
    self.tokens = tokens
    self.meaning = meaning
  }

  /// The period, when it is one.
  package var period: Period? {
    if case .period(let period) = meaning { period } else { nil }
  }
}

/// What the period of a question is compared with.
package enum TimeComparison: Hashable, Sendable {
  /// The same dates one year before.
  case yearBefore
  /// The unit before; nil when the words do not say which ("the previous period").
  case unitBefore(Grain?)
}
