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
    guard let named = request.customer else {
      return AnalysisResult(query, findings: [Finding("needs_customer")])
    }
    let figures = try PurchaseFigures(request.without(["customer"]))
    var places: [String: Finding.Content] = ["customer": .member(.text(named.name), Self.customer)]
    guard let number = figures.customers.known(named.key) else {
      return AnalysisResult(query, findings: [Finding("nothing_bought", places)])
    }
    places["owned"] = .count(figures.matrix.things(of: number).count)
    let neighbours = figures.matrix.neighbours(of: number)
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

  private static let columns = [
    PlannedColumn(role: .key(customer), name: "customer", unit: .text),
    PlannedColumn(role: .computed("likeness"), name: "likeness", unit: .percent),
    PlannedColumn(role: .computed("shared_products"), name: "shared_products", unit: .count),
    PlannedColumn(role: .computed("revenue"), name: "revenue", unit: .currency),
  ]
}
