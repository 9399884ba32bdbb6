import Planning
import SemanticModel
import Values

@testable import Analyses

/// Figures of rows that a test writes down: one a row, with the members of its dimensions and its day.
struct TableFigures: FigureSource {
  /// One fact.
  struct Row {
    var members: [String: String] = [:]
    var day: CalendarDay?
    /// By metric; one of a segment by its name behind « @ » : « units_sold@promotional ».
    var figures: [String: Double]
  }

  let rows: [Row]

  private var metrics: Set<String> { Set(rows.flatMap(\.figures.keys)) }

  private func name(_ measure: Measure) -> String {
    guard case .segment(let segment, _, let negated)? = measure.filters.first else {
      return measure.metric
    }
    return measure.metric + "@" + (negated ? "not_" : "") + segment
  }

  func canTell(_ query: Query) -> Bool {
    query.measures.allSatisfy { $0.metric == "first_sale_date" || metrics.contains(name($0)) }
      && query.keys.allSatisfy { key in
        key.dimension.map { name in rows.contains { $0.members[name] != nil } }
          ?? (key == .time(.day))
      }
  }

  func figures(of query: Query) -> FigureTable {
    var groups: [[Value]: [Row]] = [:]
    for row in rows where row.day.map({ query.period?.contains($0) ?? true }) ?? true {
      let keys = query.keys.map { key -> Value in
        (key.dimension.map { row.members[$0] } ?? row.day?.iso).map(Value.text) ?? .null
      }
      groups[keys, default: []].append(row)
    }
    let columns =
      query.keys.map { PlannedColumn(role: .key($0), name: $0.dimension ?? "day", unit: .text) }
      + query.measures.indices.map {
        PlannedColumn(role: .measure($0), name: "m\($0)", unit: .number)
      }
    let table = groups.sorted { "\($0.key)" < "\($1.key)" }.map { keys, rows in
      keys
        + query.measures.map { measure -> Value in
          if measure.metric == "first_sale_date" {
            return rows.compactMap(\.day).min().map { .text($0.iso) } ?? .null
          }
          return .real(rows.reduce(0) { $0 + ($1.figures[name(measure)] ?? 0) })
        }
    }
    return FigureTable(columns: columns, rows: table)
  }

  /// A request for an analysis of these figures, told of one metric.
  func request(
    _ name: String,
    of metric: String = "units_sold",
    by keys: [Key] = [],
    figures: [String] = [],
    now: CalendarDay
  ) -> AnalysisRequest {
    var query = Query()
    query.measures = [Measure(metric)]
    query.keys = keys
    query.analysis = AnalysisCall(name)
    let noun = Noun(
      singular: LocalizedText(french: name, english: name),
      plural: LocalizedText(french: name, english: name),
      isFeminine: false
    )
    var analysis = Analysis(name: name, noun: noun, description: noun.singular)
    analysis.figure = metric
    analysis.figures = figures
    let metrics = metrics.map { metric in
      Metric(
        name: metric,
        dataset: "sales",
        expression: .call("sum", [.name(["quantity"])]),
        unit: .count,
        better: .higher,
        emptyIsZero: true,
        noun: noun,
        description: noun.singular
      )
    }
    return AnalysisRequest(
      query: query,
      analysis: analysis,
      model: SemanticModel(
        datasets: [],
        dimensions: [],
        metrics: metrics,
        segments: [],
        analyses: [analysis]
      ),
      now: now,
      source: self
    )
  }
}
