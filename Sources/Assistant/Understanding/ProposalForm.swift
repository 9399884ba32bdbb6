import Rewording
package import Values

/// The JSON object that a proposal is, as a schema: what the reader takes, and servers with grammars hold a model to.
///
/// ```json
/// {"figures": ["revenue"], "analysis": "none", "by": ["region", "month"],
///  "filters": [{"dimension": "category", "is": true, "value": "Lamps"}], "states": [],
///  "conditions": [{"figure": "revenue", "operator": ">", "number": 1000}],
///  "time": "last_month", "compare": "none", "sort": "descending", "limit": 5}
/// ```
package enum ProposalForm {
  /// What stands for nothing where one of several is asked for.
  static let none = "none"
  static let comparisons = ["year_before", "period_before"]
  static let sorts = ["ascending", "descending"]
  static let operators = [">", ">=", "<", "<=", "=", "!="]

  /// The schema of proposals within a scope.
  package static func schema(_ scope: ProposalScope) -> JSON {
    let figures = ids(scope.figures)
    let groups = ids(scope.groups)
    let filter = ReplySchema.object([
      ("dimension", groups), ("is", ReplySchema.flag),
      ("value", ReplySchema.text),
    ])
    let condition = ReplySchema.object([
      ("figure", figures), ("operator", ReplySchema.oneOf(operators)),
      ("number", ReplySchema.number),
    ])
    return ReplySchema.object([
      ("figures", ReplySchema.list(of: figures)),
      ("analysis", ReplySchema.oneOf([none] + scope.analyses.map(\.id))),
      (
        "by",
        ReplySchema.list(
          of: ReplySchema.oneOf(scope.groups.map(\.id) + ProposalScope.grains.map(\.rawValue))
        )
      ),
      ("filters", ReplySchema.list(of: filter)),
      ("states", ReplySchema.list(of: ids(scope.states))),
      ("conditions", ReplySchema.list(of: condition)),
      ("time", ReplySchema.oneOf([none] + scope.times.map(\.id))),
      ("compare", ReplySchema.oneOf([none] + comparisons)),
      ("sort", ReplySchema.oneOf([none] + sorts)),
      ("limit", ReplySchema.number),
    ])
  }

  /// The ids of some objects; grammars take no empty choice.
  private static func ids(_ items: [ProposalScope.Item]) -> JSON {
    ReplySchema.oneOf(items.isEmpty ? [none] : items.map(\.id))
  }
}
