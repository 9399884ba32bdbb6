import Diagnostics
import Lessons
import Values

/// A book of lessons that is read but takes no note: for turns that were answered before and are gone through again.
struct ReadOnlyBook: LessonBook {
  let book: any LessonBook

  func lessons() throws(Failure) -> [Lesson] { try book.lessons() }

  func note(_ content: LessonContent) throws(Failure) -> Lesson { throw .readOnlyBook }

  func undo(_ id: Int?) throws(Failure) -> Lesson { throw .readOnlyBook }

  func nextDays(ofEvent name: String) throws(Failure) -> ClosedRange<CalendarDay>? {
    try book.nextDays(ofEvent: name)
  }

  func alerts(on products: [Value]) throws(Failure) -> [Value: AlertState] {
    try book.alerts(on: products)
  }
}

extension Assistant {
  /// The same assistant, which notes nothing and asks no model: what was agreed to once must not be carried out again, and
  /// what was proposed once might be another thing by now.
  package var rereading: Assistant {
    Assistant(
      interpreter: interpreter,
      context: context,
      executor: executor,
      computed: computed,
      book: book.map { ReadOnlyBook(book: $0) },
      intuition: intuition
    )
  }
}

extension Failure {
  fileprivate static var readOnlyBook: Failure {
    Failure(
      .usage,
      code: "lesson.said-before",
      french: "Cette leçon a déjà été notée.",
      english: "This lesson was noted already.",
      frenchHint: "« qu'as-tu appris ? » liste les leçons.",
      englishHint: "\"what have you learned?\" lists the lessons."
    )
  }
}
