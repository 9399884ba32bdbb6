package import Diagnostics
package import Lessons
package import Values

/// Where what the user teaches is kept, and what has to be known to teach it.
package protocol LessonBook: Sendable {
  /// All lessons, the oldest first, undone ones too.
  func lessons() throws(Failure) -> [Lesson]

  /// Notes a lesson, in the name of the user of this program.
  func note(_ content: LessonContent) throws(Failure) -> Lesson

  /// Marks a lesson as undone; nil for the last one that holds.
  func undo(_ id: Int?) throws(Failure) -> Lesson

  /// The days on which an event of the database is next felt; nil where it has none of that name, or none ahead.
  func nextDays(ofEvent name: String) throws(Failure) -> ClosedRange<CalendarDay>?

  /// What asks for action on some products, by their ids; those on which nothing does are left out.
  func alerts(on products: [Value]) throws(Failure) -> [Value: AlertState]
}

/// What asks for action on a product.
package struct AlertState: Hashable, Sendable {
  /// Its computed status, "CRITIQUE" or "ATTENTION"; nil where there is none, or it is fine.
  package let status: String?
  /// Whether the database has an open alert on it.
  package let isRecorded: Bool

  package init(status: String?, isRecorded: Bool) {
    self.status = status
    self.isRecorded = isRecorded
  }
}
