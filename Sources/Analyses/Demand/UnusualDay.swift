import Analytics
import Planning
import SemanticModel
import Values

/// How far one day is from what was expected of it, and which groups make the difference.
struct UnusualDay {
  let columns: [PlannedColumn]
  let rows: [[Value]]
  let findings: [Finding]

  /// Beyond these a day is unusual: half as much more or less with |z| above 2, or |z| above 2.5.
  private static let scores = (far: 2.5, near: 2.0)
  private static let axis = Key.dimension("category")
  private static let named = 3

  /// One group with what it sold on the day.
  private struct Part {
    let name: Value
    let actual: Double
    let expected: Double

    var difference: Double { actual - expected }
  }

  /// Nil where the day is outside the history.
  init?(_ series: DailySeries, _ period: Period, _ query: Query, _ request: AnalysisRequest)
    throws(AnalysisError)
  {
    guard let day = period.start, let place = Self.place(day, series),
      let expected = series.decomposition?.expected
    else { return nil }
    let rest = zip(series.quantities, expected).map { $0 - $1 }
    let spread = SampleShape(rest)?.deviation ?? 0
    let (actual, usual) = (series.quantities[place], expected[place])
    let score = spread > 0 ? rest[place] / spread : 0
    let change = actual / max(usual, 1e-9) - 1
    let isUnusual =
      abs(score) > Self.scores.far || (abs(change) > 0.5 && abs(score) > Self.scores.near)
    let unit = request.unit(of: request.measure)
    let places: [String: Finding.Content] = [
      "subject": .subject, "day": .day(day), "actual": .figure(.real(actual), unit),
      "expected": .figure(.real(usual), unit), "change": .change(change),
      "score": .figure(.real(score), .number),
    ]
    let parts = try Self.parts(day, request).sorted {
      abs($0.difference) != abs($1.difference)
        ? abs($0.difference) > abs($1.difference) : $0.name.sortText < $1.name.sortText
    }
    let told = parts.prefix(Self.named).map { part -> Finding.Content in
      .detailed(.member(part.name, Self.axis), [.difference(part.difference, unit)])
    }
    findings =
      [Finding(isUnusual ? "unusual_day" : "usual_day", places)]
      + (told.isEmpty
        ? [] : [Finding("mostly", ["axis": .key(Self.axis), "parts": .list(Array(told))])])
    columns =
      parts.isEmpty
      ? []
      : [
        .key(Self.axis), .computed("actual", unit), .computed("expected", unit),
        .computed("difference", unit),
      ]
    rows = parts.map {
      [$0.name, .real($0.actual), .real($0.expected), .real($0.difference)]
    }
  }

  private static func place(_ day: CalendarDay, _ series: DailySeries) -> Int? {
    let place = day.ordinal - series.firstDay.ordinal
    return series.quantities.indices.contains(place) ? place : nil
  }

  /// The groups with enough history; none where the database has no such groups.
  private static func parts(_ day: CalendarDay, _ request: AnalysisRequest) throws(AnalysisError)
    -> [Part]
  {
    let query = request.query(of: [request.measure], by: [axis, .time(.day)])
    guard request.addsUp(request.measure), request.source.canTell(query) else { return [] }
    return try DailySeries.groups(of: request.measure, by: axis, in: request).compactMap { group in
      guard let place = place(day, group.series),
        let expected = group.series.decomposition?.expected
      else { return nil }
      return Part(
        name: group.name,
        actual: group.series.quantities[place],
        expected: expected[place]
      )
    }
  }
}
