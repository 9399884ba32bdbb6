import Analytics
import Planning
import SemanticModel
import Values

/// Which figures go together over products, customers, days or sale lines.
///
/// Two figures that are named are compared; one that is named, with the usual ones; none: the usual ones with each other.
struct FigureCorrelations: AnalysisMethod {
  let name = "correlation"
  let findings: [String: Set<String>] = [
    "pair": ["left", "right", "pearson", "spearman", "count", "things", "chance", "strength"],
    "ranked": ["subject", "parts", "count", "things"], "matrix": ["parts", "count", "things"],
    "none_clear": ["count", "things"], "too_little": ["count", "things"], "constant": ["things"],
  ]

  private static let named = 3

  /// Two figures and how they go together.
  private struct Pair {
    let left: Measure
    let right: Measure
    let correlation: Correlation
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let usual = request.analysis.figures.map { Measure($0) }
    // The words for the analysis stand for its own figure where none is named.
    let isNamed = request.query.measures.map(\.metric) != [request.analysis.figure ?? ""]
    let named = isNamed ? request.query.measures : []
    let wanted = named.count > 1 ? named : named + usual.filter { !named.contains($0) }
    let key = try key(request, wanted)
    let measures = wanted.filter {
      request.source.canTell(request.query(of: [$0], by: [key], in: request.query.period))
    }
    var query = request.query
    query.measures = named.isEmpty ? Array(measures.prefix(1)) : named
    query.keys = [key]
    let columns = try columns(of: measures, by: key, request)
    let count = columns.first?.count ?? 0
    let base: [String: Finding.Content] = ["count": .count(count), "things": .things(key)]
    guard count >= Correlation.least, measures.count > 1 else {
      return AnalysisResult(query, findings: [Finding("too_little", base)])
    }
    let pairs = pairs(measures, columns, with: named.count == 1 ? named[0] : nil)
    guard let first = pairs.first else {
      return AnalysisResult(query, findings: [Finding("constant", ["things": .things(key)])])
    }
    let finding =
      named.count == 2
      ? told(first, base) : ranked(pairs, base, with: named.count == 1 ? named[0] : nil)
    return AnalysisResult(
      query,
      columns: Self.columns,
      rows: pairs.map(Self.row),
      findings: [finding]
    )
  }

  /// What is compared: what the question groups by, else sale lines, else products, else days.
  private func key(_ request: AnalysisRequest, _ measures: [Measure]) throws(AnalysisError) -> Key {
    if let key = request.query.keys.first { return key }
    let keys: [Key] = [.dimension("sale_line"), .dimension("product"), .time(.day)]
    return keys.first { key in
      measures.prefix(2).allSatisfy {
        request.source.canTell(request.query(of: [$0], by: [key], in: request.query.period))
      }
    } ?? .time(.day)
  }

  /// One array a figure, over the things of which all are known.
  private func columns(
    of measures: [Measure],
    by key: Key,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [[Double]] {
    guard !measures.isEmpty else { return [] }
    let query = request.query(of: measures, by: [key], in: request.query.period)
    let table = try request.source.figures(of: query)
    var columns = measures.map { _ in [Double]() }
    for row in table.rows {
      let numbers = measures.indices.compactMap { table.number(row, ofMeasure: $0) }
      guard numbers.count == measures.count else { continue }
      for (index, number) in numbers.enumerated() { columns[index].append(number) }
    }
    return columns
  }

  private func pairs(_ measures: [Measure], _ columns: [[Double]], with one: Measure?) -> [Pair] {
    var pairs: [Pair] = []
    for left in measures.indices {
      for right in measures.indices where left < right {
        if let one, measures[left] != one { continue }
        guard let correlation = Correlation(columns[left], columns[right]) else { continue }
        pairs.append(
          Pair(left: measures[left], right: measures[right], correlation: correlation)
        )
      }
    }
    return pairs.enumerated().sorted { first, second in
      let sizes = (
        abs(first.element.correlation.spearman), abs(second.element.correlation.spearman)
      )
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : first.offset < second.offset
    }.map(\.element)
  }

  // MARK: - Telling

  private func told(_ pair: Pair, _ base: [String: Finding.Content]) -> Finding {
    let correlation = pair.correlation
    var places = base
    places["left"] = .metric(pair.left.metric)
    places["right"] = .metric(pair.right.metric)
    places["pearson"] = .figure(.real(correlation.pearson), .number)
    places["spearman"] = .figure(.real(correlation.spearman), .number)
    places["chance"] = .percent(correlation.chance)
    places["strength"] = .word(column: "strength", correlation.strength.rawValue)
    return Finding("pair", places)
  }

  private func ranked(
    _ pairs: [Pair],
    _ base: [String: Finding.Content],
    with one: Measure?
  ) -> Finding {
    let clear = pairs.filter { $0.correlation.strength != .none }.prefix(Self.named)
    guard !clear.isEmpty else { return Finding("none_clear", base) }
    var places = base
    places["subject"] = one.map { .metric($0.metric) } ?? .subject
    places["parts"] = .list(
      clear.map { pair in
        let rho = Finding.Content.figure(.real(pair.correlation.spearman), .number)
        let strength = Finding.Content.word(
          column: "strength",
          pair.correlation.strength.rawValue
        )
        let right = Finding.Content.metric(pair.right.metric)
        let names = one == nil ? .list([.metric(pair.left.metric), right]) : right
        return .detailed(names, [rho, strength])
      }
    )
    return Finding(one == nil ? "matrix" : "ranked", places)
  }

  private static let columns: [PlannedColumn] = [
    .computed("left", .text), .computed("right", .text), .computed("pearson", .number),
    .computed("spearman", .number), .computed("things", .count), .computed("chance", .percent),
    .computed("strength", .text),
  ]

  private static func row(_ pair: Pair) -> [Value] {
    let correlation = pair.correlation
    return [
      .text(pair.left.metric), .text(pair.right.metric), .real(correlation.pearson),
      .real(correlation.spearman), .integer(Int64(correlation.count)), .real(correlation.chance),
      .text(correlation.strength.rawValue),
    ]
  }
}
