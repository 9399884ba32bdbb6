import Diagnostics
import Lessons
import SQLiteStore
import Values

/// Fills `optiflow_exceptional_days`: a row a product and day that clean accuracy leaves out by what the user taught.
///
/// Exceptional days as well as anomalies that were validated or ignored, those of all products and of categories
/// spelled out.
struct ExceptionalDayTable {
  let lessons: [Lesson]
  let summaries: [ForecastSummary]
  let file: Connection

  /// Replaces the table, inside the caller's transaction.
  func fill() throws(Failure) {
    try file.execute("DELETE FROM optiflow_exceptional_days")
    let insertion = try file.prepareInsert(
      into: "optiflow_exceptional_days",
      columns: ["product_id", "day", "lesson_id"],
      replacing: true
    )
    for lesson in lessons where lesson.isInForce {
      guard let (days, scope) = lesson.content.leftOut else { continue }
      for summary in summaries where scope.holds(for: summary.product) {
        for ordinal in days.lowerBound.ordinal...days.upperBound.ordinal {
          try insertion.insert(values: [
            summary.product.id, .text(CalendarDay(ordinal: ordinal).iso),
            .integer(Int64(lesson.id)),
          ])
        }
      }
    }
  }
}

extension LessonContent {
  /// The days that accuracy does not count, and for which products; nil for what says nothing of it.
  fileprivate var leftOut: (days: ClosedRange<CalendarDay>, scope: LessonScope)? {
    switch self {
    case .exceptionalDays(let item): (item.days, item.scope)
    case .anomalyVerdict(let item): (item.day...item.day, item.scope)
    case .event, .alertHandled: nil
    }
  }
}
