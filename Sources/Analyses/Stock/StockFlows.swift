import Analytics
import Planning
import SemanticModel
import Values

/// What came into stock and what went out of it, by day, as movements are recorded.
struct StockFlows {
  /// What moved between two snapshots.
  struct Flow {
    var received = 0.0
    var issued = 0.0
  }

  private let moved: [[Value]: [(day: CalendarDay, flow: Flow)]]

  /// Reads the movements of some things; nil where the database records none of them.
  init?(_ request: AnalysisRequest, by keys: [Key]) throws(AnalysisError) {
    let query = request.query(
      of: [Measure("units_in"), Measure("units_out")],
      by: keys + [.time(.day)],
      in: Period(start: nil, end: request.now.adding(days: 1))
    )
    guard request.source.canTell(query) else { return nil }
    let table = try request.source.keyedFigures(of: query)
    let columns = keys.compactMap { table.column(.key($0)) }
    guard !table.rows.isEmpty, let time = table.column(.key(.time(.day))) else { return nil }
    var moved: [[Value]: [(day: CalendarDay, flow: Flow)]] = [:]
    for row in table.rows {
      guard let day = row[time].text.flatMap({ CalendarDay(iso: $0) }) else { continue }
      let flow = Flow(
        received: table.number(row, ofMeasure: 0) ?? 0,
        issued: table.number(row, ofMeasure: 1) ?? 0
      )
      moved[columns.map { row[$0] }, default: []].append((day, flow))
    }
    self.moved = moved
  }

  /// What moved after the snapshot before a jump, up to the day of the one behind it.
  func between(_ jump: StockJump, of members: [Value]) -> Flow {
    (moved[members] ?? []).reduce(into: Flow()) { sum, move in
      guard jump.since < move.day, move.day <= jump.day else { return }
      sum.received += move.flow.received
      sum.issued += move.flow.issued
    }
  }
}
