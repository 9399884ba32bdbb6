package import Values

/// What the grammar knows of the moment of the question.
package struct Clock: Sendable {
  /// The day that "today" is.
  package let now: CalendarDay
  /// Whether a period without a year is the next one instead of the latest ("in March", of a
  /// forecast).
  package let prefersFuture: Bool
  /// Whether the words go on from a question before: a bare "march" or "Q3" is a time then.
  package let continues: Bool

  /// A clock that stands at a day.
  package init(now: CalendarDay, prefersFuture: Bool = false, continues: Bool = false) {
    self.now = now
    self.prefersFuture = prefersFuture
    self.continues = continues
  }
}
