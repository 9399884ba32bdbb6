import Planning
import SemanticModel
import Values

@testable import Analyses

/// Tables by what is asked: the figures and the keys of a query, in words.
struct CustomerTables: FigureSource {
  /// The rows of « revenue by customer » and the like; what is missing here cannot be told.
  let tables: [String: [[Value]]]

  func canTell(_ query: Query) -> Bool { tables[Self.name(query)] != nil }

  func figures(of query: Query) throws(AnalysisError) -> FigureTable {
    let keys = query.keys.map { key in
      PlannedColumn(role: .key(key), name: key.description, unit: .text)
    }
    let measures = query.measures.enumerated().map { index, measure in
      PlannedColumn(role: .measure(index), name: measure.metric, unit: .number)
    }
    return FigureTable(columns: keys + measures, rows: tables[Self.name(query)] ?? [])
  }

  private static func name(_ query: Query) -> String {
    query.measures.map(\.metric).joined(separator: ", ") + " by "
      + query.keys.map(\.description).joined(separator: ", ")
  }

  /// A request for an analysis of these tables, of one customer where one is named.
  func request(
    _ name: String,
    customer: Value? = nil,
    now: CalendarDay = CalendarDay(year: 2026, month: 3, day: 31) ?? CalendarDay(ordinal: 0)
  ) -> AnalysisRequest {
    var query = Query()
    query.analysis = AnalysisCall(name)
    if let customer {
      let value = NamedValue(key: customer, name: customer.text ?? "")
      query.filters = [.values(dimension: "customer", values: [value], negated: false)]
    }
    let noun = Noun(
      singular: LocalizedText(french: name, english: name),
      plural: LocalizedText(french: name, english: name),
      isFeminine: false
    )
    return AnalysisRequest(
      query: query,
      analysis: Analysis(name: name, noun: noun, description: noun.singular),
      model: SemanticModel(datasets: [], dimensions: [], metrics: [], segments: [], analyses: []),
      now: now,
      source: self
    )
  }
}
