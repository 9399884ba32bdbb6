import Assistant
import Planning
import SemanticModel
import Values

/// A model of two figures and the answers that the tests write.
enum Sample {
  static let model = SemanticModel(
    datasets: [],
    dimensions: [dimension("product", "produit", "product"), dimension("price", "prix", "price")],
    metrics: [metric("revenue", .currency), metric("rate", .percent), metric("units", .count)],
    segments: [],
    analyses: []
  )

  private static func noun(_ french: String, _ english: String) -> Noun {
    Noun(
      singular: LocalizedText(french: french, english: english),
      plural: LocalizedText(french: french + "s", english: english + "s"),
      isFeminine: false
    )
  }

  private static func metric(_ name: String, _ unit: Metric.Unit) -> Metric {
    Metric(
      name: name,
      dataset: nil,
      expression: .null,
      unit: unit,
      better: .higher,
      emptyIsZero: true,
      noun: noun(name, name),
      description: LocalizedText(french: "", english: "")
    )
  }

  private static func dimension(_ name: String, _ french: String, _ english: String) -> Dimension {
    Dimension(
      name: name,
      dataset: "products",
      key: .name(["id"]),
      label: .name(["name"]),
      overrides: [:],
      type: .text,
      policy: .indexed,
      isEntity: true,
      computation: nil,
      noun: noun(french, english),
      description: LocalizedText(french: "", english: ""),
      valueWords: []
    )
  }

  /// Revenue, rate and units by product, in 2024.
  static func answer(_ tongue: Tongue, _ rows: [[Value]]) -> Answer {
    var query = Query()
    query.keys = [.dimension("product")]
    query.measures = [Measure("revenue"), Measure("rate"), Measure("units")]
    let units: [Metric.Unit] = [.currency, .percent, .count]
    var columns = [PlannedColumn(role: .key(query.keys[0]), name: "product", unit: .text)]
    for (index, unit) in units.enumerated() {
      columns.append(
        PlannedColumn(role: .measure(index), name: query.measures[index].metric, unit: unit)
      )
    }
    return answer(tongue, query, columns, rows)
  }

  /// Revenue by a unit of time.
  static func series(_ tongue: Tongue, _ grain: Grain, _ rows: [[Value]]) -> Answer {
    var query = Query()
    query.keys = [.time(grain)]
    query.measures = [Measure("revenue")]
    let columns = [
      PlannedColumn(role: .key(query.keys[0]), name: "time", unit: .text),
      PlannedColumn(role: .measure(0), name: "revenue", unit: .currency),
    ]
    return answer(tongue, query, columns, rows)
  }

  private static func answer(
    _ tongue: Tongue,
    _ query: Query,
    _ columns: [PlannedColumn],
    _ rows: [[Value]]
  ) -> Answer {
    var answer = Answer(id: "a", question: "=what?", language: tongue, status: .answered)
    answer.query = query
    answer.query?.period = CalendarDay(iso: "2024-01-01").map { Period(.year, containing: $0) }
    answer.columns = columns
    answer.rows = rows
    answer.sql = "SELECT 1 WHERE day >= ?"
    answer.parameters = [.text("2024-01-01")]
    answer.receipt.asOf = CalendarDay(iso: "2025-03-31")
    answer.receipt.dataUntil = CalendarDay(iso: "2025-03-30")
    return answer
  }

  static let rows: [[Value]] = [
    [.text("Lamp"), .real(1234.5), .real(0.25), .integer(3)],
    [.text("=1+1"), .real(-2), .null, .integer(12_000)],
    [.null, .null, .real(0.5), .null],
  ]
}
