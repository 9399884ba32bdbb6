import Analytics
import Planning
import SemanticModel
import Values

/// Who buys like a customer.
struct SimilarCustomers: AnalysisMethod {
  let name = "similar_customers"
  let findings: [String: Set<String>] = [
    "needs_customer": [], "nothing_bought": ["customer"], "none": ["customer", "owned"],
    "similar": ["customer", "owned", "nearest", "shared", "cosine", "count"], "thin": ["shared"],
  ]

  /// Products in common below which likeness is hardly more than chance.
  private static let fewShared = 3
  private static let customer = Key.dimension("customer")

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = [Self.customer]
    let buyer: NamedBuyer
    switch try NamedBuyer.search(request) {
    case .found(let found): buyer = found
    case .missing(let finding): return AnalysisResult(query, findings: [finding])
    }
    let figures = buyer.figures
    var places = buyer.places
    let neighbours = figures.matrix.neighbours(of: buyer.number)
    guard let nearest = neighbours.first else {
      return AnalysisResult(query, findings: [Finding("none", places)])
    }
    let names = try request.source.names(of: "customer")
    func name(_ customer: Int) -> Value {
      let key = figures.customers.keys[customer]
      return names[key].map(Value.text) ?? key
    }
    places["nearest"] = .member(name(nearest.customer), Self.customer)
    places["shared"] = .count(nearest.shared)
    places["cosine"] = .figure(.real(nearest.cosine), .percent)
    places["count"] = .count(neighbours.count)
    var told = [Finding("similar", places)]
    if nearest.shared < Self.fewShared {
      told.append(Finding("thin", ["shared": .count(nearest.shared)]))
    }
    let revenue = try request.figure("revenue", by: "customer")
    let rows = neighbours.prefix(request.rowLimit()).map { neighbour -> [Value] in
      [
        name(neighbour.customer), .real(neighbour.cosine), .integer(Int64(neighbour.shared)),
        revenue[figures.customers.keys[neighbour.customer]].map(Value.real) ?? .null,
      ]
    }
    return AnalysisResult(query, columns: Self.columns, rows: Array(rows), findings: told)
  }

  private static let columns: [PlannedColumn] = [
    .key(customer),
    .computed("likeness", .percent),
    .computed("shared_products", .count),
    .computed("revenue", .currency),
  ]
}
