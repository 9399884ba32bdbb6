import Planning
import SemanticModel
import Values

/// Several analyses told one after the other: the exploratory analysis and the full report.
///
/// Each is carried out under the filters of the question; what this database cannot tell is left out, and named.
struct JoinedAnalyses: AnalysisMethod {
  let name: String
  /// The analyses, in the order they are told.
  let parts: [String]

  let findings: [String: Set<String>] = [
    "extent": ["title", "parts", "period"], "section": ["title"], "left_out": ["parts"],
    "nothing": [],
    "ungrouped": ["axis"],
  ]

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = []
    let figures = try FigureReader(
      request: request,
      period: request.past,
      before: request.past,
      yearBefore: nil
    ).rows(request.analysis.figures)
    guard !figures.isEmpty else { return AnalysisResult(query, findings: [Finding("nothing")]) }
    var findings = [Finding("extent", Self.extent(figures, request))]
    var missing: [String] = []
    for part in parts {
      let told = try self.told(part, request)
      if told.isEmpty {
        missing.append(part)
      } else {
        findings += [Finding("section", ["title": .analysis(part)])] + told
      }
    }
    if !missing.isEmpty {
      findings.append(Finding("left_out", ["parts": .list(missing.map { .analysis($0) })]))
    }
    if let axis = request.group { findings.append(Finding("ungrouped", ["axis": .key(axis)])) }
    return AnalysisResult(
      query,
      columns: [.computed("figure", .text), .computed("value", .number)],
      rows: figures.map { [.text($0.metric), .real($0.value)] },
      findings: findings
    )
  }

  private static func extent(_ rows: [FigureRow], _ request: AnalysisRequest)
    -> [String: Finding.Content]
  {
    let parts = rows.map { row in
      Finding.Content.detailed(
        .metric(row.metric),
        [.figure(.real(row.value), request.unit(of: Measure(row.metric)))]
      )
    }
    return ["title": .title, "parts": .list(parts), "period": .within(request.past)]
  }

  /// The findings of one of them; none where the database lacks what it needs.
  private func told(_ part: String, _ request: AnalysisRequest) throws(AnalysisError) -> [Finding] {
    guard let analysis = request.model.analyses[part], let method = AnalysisMethods.named(part),
      let figure = analysis.figure
    else { return [] }
    var query = request.query
    query.keys = []
    query.measures = [Measure(figure)]
    query.analysis = AnalysisCall(part)
    let own = AnalysisRequest(
      query: query,
      analysis: analysis,
      model: request.model,
      now: request.now,
      source: request.source
    )
    do throws(AnalysisError) {
      let result = try method.result(own)
      return result.findings.map { $0.taken(from: result.query) }
    } catch {
      guard case .planning = error else { throw error }
      return []
    }
  }
}
