import Planning
import SemanticModel
import Values

@testable import Analyses

/// Figures by day made by a function; members of a dimension are read from the same one.
struct DailyFigures: FigureSource {
  let firstDay: CalendarDay
  let count: Int
  /// The figure of a day, by its position and the member asked for.
  let figure: @Sendable (Int, String) -> Double
  var members = ["all"]
  var metric = "units_sold"

  func canTell(_ query: Query) -> Bool { query.measures.map(\.metric) == [metric] }

  func figures(of query: Query) -> FigureTable {
    let columns = query.keys.map { key in
      PlannedColumn(role: .key(key), name: key.dimension ?? "day", unit: .text)
    }
    let rows = members.flatMap { member in
      (0..<count).map { position in
        query.keys.map { key -> Value in
          key.dimension == nil ? .text(firstDay.adding(days: position).iso) : .text(member)
        } + [.real(figure(position, member))]
      }
    }
    return FigureTable(
      columns: columns + [PlannedColumn(role: .measure(0), name: metric, unit: .count)],
      rows: rows
    )
  }

  /// A request for an analysis of these figures.
  func request(
    _ name: String,
    _ query: Query = Query(),
    source: (any FigureSource)? = nil
  ) -> AnalysisRequest {
    var query = query
    query.measures = [Measure(metric)]
    query.analysis = AnalysisCall(name)
    let noun = Noun(
      singular: LocalizedText(french: name, english: name),
      plural: LocalizedText(french: name, english: name),
      isFeminine: false
    )
    var analysis = Analysis(name: name, noun: noun, description: noun.singular)
    analysis.figure = metric
    return AnalysisRequest(
      query: query,
      analysis: analysis,
      model: SemanticModel(datasets: [], dimensions: [], metrics: [], segments: [], analyses: []),
      now: firstDay.adding(days: count - 1),
      source: source ?? self
    )
  }
}
