package import Lessons
package import Values

/// What is said about lessons.
package enum LessonReply: Hashable, Sendable {
  /// What would be noted; `isWaiting` when a yes would do it.
  case proposed(LessonProposal, isWaiting: Bool)
  case noted(Lesson)
  case undone(Lesson)
  /// The user did not say yes: nothing was noted.
  case dropped
  case list([Lesson])
  case problem(LessonProblem)
}

/// A change of the journal that waits for a yes.
package enum LessonProposal: Hashable, Sendable {
  case note(LessonContent)
  case undo(Lesson)
}

/// Why nothing can be noted as it was said.
package enum LessonProblem: Hashable, Sendable {
  case noDay
  /// One day is wanted.
  case severalDays
  /// The day is still to come; there is nothing to leave out.
  case dayAhead(CalendarDay)
  /// The data do not have the day; from when to when they go.
  case dayOutside(CalendarDay, data: ClosedRange<CalendarDay>)
  /// The forecasts do not reach the day; how far they do.
  case beyondForecasts(CalendarDay)
  /// More days than may be taken together.
  case tooManyDays(limit: Int)
  case noName
  /// No event of that name is known, so there are no days to change.
  case unknownEvent(String)
  case noMultiplier
  case badMultiplier(Double)
  case noProduct
  /// Several products bear the very name.
  case sameName(String)
  /// Nothing asks for action on what was named.
  case noAlert(String)
  case nothingToUndo
  /// There is nowhere to keep lessons.
  case noBook
}
