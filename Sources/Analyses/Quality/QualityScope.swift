import SemanticModel

/// The rules that a question is about: kinds of checks, and the tables or columns it names.
struct QualityScope {
  let rules: [QualityRule]

  /// The rules of these kinds, nil for all kinds, that are about what the question names.
  init(_ request: AnalysisRequest, kinds: Set<String>?) {
    var tables: Set<String> = []
    var columns: Set<String> = []
    for thing in request.query.analysis?.things ?? [] {
      if let dataset = request.model.datasets[thing] {
        tables.insert(dataset.table)
      } else if let dimension = request.model.dimensions[thing],
        let table = request.model.datasets[dimension.dataset]?.table
      {
        if !dimension.isEntity, case .name(let path) = dimension.key, path.count == 1 {
          columns.insert(table + "." + path[0])
        } else {
          tables.insert(table)
        }
      }
    }
    rules = request.model.quality.filter { rule in
      let isKind = kinds?.contains(rule.check.kind) ?? true
      let isNamed =
        tables.contains(rule.table)
        || rule.columns.contains { columns.contains(rule.table + "." + $0) }
      return isKind && (isNamed || tables.isEmpty && columns.isEmpty)
    }
  }
}
