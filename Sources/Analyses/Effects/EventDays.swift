import Analytics
import Planning
import SemanticModel
import Values

/// The days on which the known events are felt, past and to come.
struct EventDays {
  /// One occurrence of an event.
  struct Occurrence: Hashable {
    let event: Value
    let days: ClosedRange<CalendarDay>
  }

  let occurrences: [Occurrence]

  private static let event = Key.dimension("event")

  /// Those of this database, of the events that filters leave; nil where it knows none.
  static func read(_ request: AnalysisRequest, _ filters: [Filter] = [])
    throws(AnalysisError) -> EventDays?
  {
    var query = Query()
    query.measures = [Measure("event_length")]
    query.keys = [event, .time(.day)]
    query.filters = filters
    query.period = Period(start: nil, end: request.now.adding(days: 1))
    guard request.source.canTell(query) else { return nil }
    let table = try request.source.figures(of: query)
    guard let name = table.column(.key(event)), let time = table.column(.key(.time(.day))) else {
      return nil
    }
    let occurrences = table.rows.compactMap { row -> Occurrence? in
      guard let first = row[time].text.flatMap({ CalendarDay(iso: $0) }),
        let length = table.number(row, ofMeasure: 0), length >= 1, length < 400
      else { return nil }
      return Occurrence(event: row[name], days: first...first.adding(days: Int(length) - 1))
    }
    return occurrences.isEmpty ? nil : EventDays(occurrences: occurrences)
  }

  /// The positions in a table of days on which any of them is felt.
  func positions(in table: DailyTable) -> Set<Int> {
    Set(occurrences.flatMap { Self.positions($0.days, table) })
  }

  /// The positions of some days in a table, as far as it goes.
  static func positions(_ days: ClosedRange<CalendarDay>, _ table: DailyTable) -> Range<Int> {
    let first = max(0, days.lowerBound.ordinal - table.firstDay.ordinal)
    let last = min(table.dayCount - 1, days.upperBound.ordinal - table.firstDay.ordinal)
    return first..<max(first, last + 1)
  }

  /// A column of 0 and 1 for each event that is felt on some days of a table, not on all; nil without any.
  func factor(_ table: DailyTable) -> ExplainedShare.Factor? {
    let events = Dictionary(grouping: occurrences, by: \.event)
      .sorted { $0.key.sortText < $1.key.sortText }
    let columns = events.compactMap { _, occurrences -> [Double]? in
      let felt = EventDays(occurrences: occurrences).positions(in: table)
      guard !felt.isEmpty, felt.count < table.dayCount else { return nil }
      return (0..<table.dayCount).map { felt.contains($0) ? 1 : 0 }
    }
    return columns.isEmpty ? nil : ExplainedShare.Factor("event", columns: columns)
  }
}
