import Analytics
import Planning
import SemanticModel
import Values

/// The stock snapshots of each product, in each warehouse where snapshots are by warehouse.
struct StockSeries {
  /// The snapshots of one of them.
  struct Series {
    /// The keys of its product, and of its warehouse.
    let members: [Value]
    /// Oldest first.
    let snapshots: [(day: CalendarDay, quantity: Double)]
  }

  /// Product, and warehouse.
  let keys: [Key]
  let series: [Series]
  private let names: [[Value: String]]

  /// Reads them, up to "now": what is usual for a product, all its snapshots tell.
  init(_ request: AnalysisRequest) throws(AnalysisError) {
    let untilNow = Period(start: nil, end: request.now.adding(days: 1))
    let measures = [Measure("snapshot_quantity"), Measure("snapshot_count")]
    func query(by keys: [Key]) -> Query {
      request.query(of: measures, by: keys + [.time(.day)], in: untilNow)
    }
    let byPlace: [Key] = [.dimension("product"), .dimension("warehouse")]
    keys = request.source.canTell(query(by: byPlace)) ? byPlace : [byPlace[0]]
    let table = try request.source.keyedFigures(of: query(by: keys))
    let columns = keys.compactMap { table.column(.key($0)) }
    var found: [[Value]: [(day: CalendarDay, quantity: Double)]] = [:]
    for row in table.rows {
      guard let time = table.column(.key(.time(.day))),
        let day = row[time].text.flatMap({ CalendarDay(iso: $0) }),
        let quantity = table.number(row, ofMeasure: 0),
        let count = table.number(row, ofMeasure: 1), count > 0, !row[columns[0]].isNull
      else { continue }
      // Several snapshots of one day say the same thing more than once.
      found[columns.map { row[$0] }, default: []].append((day, quantity / count))
    }
    var names: [[Value: String]] = []
    for key in keys { names.append(try request.source.names(of: key.dimension ?? "")) }
    self.names = names
    series = found.map { members, snapshots in
      Series(members: members, snapshots: snapshots.sorted { $0.day < $1.day })
    }.sorted { left, right in
      left.members.lexicographicallyPrecedes(right.members) { $0.sortsBefore($1) }
    }
  }

  /// The names of the product, and of the warehouse, of one of them.
  func members(of place: Int) -> [Value] {
    zip(series[place].members, names).map { member, names in
      names[member].map(Value.text) ?? member
    }
  }

  /// How many changes from one snapshot to the next end in a period.
  func changes(in period: Period?) -> Int {
    series.reduce(0) { sum, series in
      sum + series.snapshots.dropFirst().count { period?.contains($0.day) ?? true }
    }
  }
}
