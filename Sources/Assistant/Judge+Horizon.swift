import Planning
import SemanticModel
import Values

extension Judge {
  /// The last day that is forecast, where a query asks for days behind it; nil where it does not.
  func horizonPassed(by query: Query) -> CalendarDay? {
    let days = query.measures.flatMap { model.datasets(ofMetric: $0.metric) }
      .compactMap { model.datasets[$0]?.aheadDays }
    guard let days = days.min(), let end = query.period?.end else { return nil }
    let last = assistant.context.facts.now.adding(days: days)
    return end > last.adding(days: 1) ? last : nil
  }

  /// A margin, percent, that no order can have, where a query asks for one; nil where it does not.
  func marginPassed(by query: Query) -> Double? {
    (query.measures + query.conditions.map(\.measure)).compactMap(\.margin).map { $0 * 100 }
      .first { !OrderDefaults.margins.contains($0) }
  }
}
