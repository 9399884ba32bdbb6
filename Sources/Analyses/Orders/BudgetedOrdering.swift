import Analytics
import Planning
import SemanticModel
import Values

/// What to order when the money does not suffice for all that is suggested.
struct BudgetedOrdering: AnalysisMethod {
  let name = "budgeted_order"
  let findings: [String: Set<String>] = [
    "needs_budget": ["cost"], "nothing": [], "no_products": [], "bought": planPlaces,
    "enough": planPlaces,
    "left": ["products", "deficit", "loss", "parts"], "short": ["deficit", "loss"],
    "without_cost": ["parts"],
  ]
  private static let planPlaces: Set<String> = [
    "budget", "spent", "products", "units", "avoided", "rest",
  ]

  /// Products named in a sentence.
  private static let named = 3
  private static let product = Key.dimension("product")

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let figures = try OrderFigures(request)
    guard !figures.candidates.isEmpty else {
      return AnalysisResult(request.query, findings: [figures.nothing])
    }
    guard let budget = request.query.analysis?.amount, budget > 0,
      let order = try? BudgetedOrder(figures.candidates, budget: budget)
    else {
      let cost = figures.candidates.reduce(0) { $0 + Double($1.quantity) * ($1.unitCost ?? 0) }
      return AnalysisResult(
        request.query,
        findings: [Finding("needs_budget", ["cost": .money(cost)])]
      )
    }
    return AnalysisResult(
      request.query,
      columns: Self.columns,
      rows: order.lines.map(Self.row) + order.leftOut.map(Self.row),
      findings: told(order)
    )
  }

  private func told(_ order: BudgetedOrder) -> [Finding] {
    let plan: [String: Finding.Content] = [
      "budget": .money(order.budget), "spent": .money(order.spent),
      "products": .count(order.lines.count),
      "units": .count(order.lines.reduce(0) { $0 + $1.quantity }),
      "avoided": .money(order.lossAvoided), "rest": .money(order.moneyLeft),
    ]
    let unpriced = order.leftOut.filter { $0.limit == .unknownCost }
    let dropped = order.leftOut.filter { $0.limit != .unknownCost }
    var findings = [Finding(order.deficit > 0 ? "bought" : "enough", plan)]
    if order.deficit > 0 {
      let lack: [String: Finding.Content] = [
        "deficit": .money(order.deficit), "loss": .money(order.lossLeft),
        "products": .count(dropped.count), "parts": parts(dropped),
      ]
      findings.append(Finding(dropped.isEmpty ? "short" : "left", lack))
    }
    if !unpriced.isEmpty { findings.append(Finding("without_cost", ["parts": parts(unpriced)])) }
    return findings
  }

  private func parts(_ products: [LeftOutProduct]) -> Finding.Content {
    .list(products.prefix(Self.named).map { .member(.text($0.product.name), Self.product) })
  }

  // MARK: - The table

  private static let columns: [PlannedColumn] = [
    .key(product),
    .computed("quantity", .count),
    .computed("suggested", .count),
    .computed("cost", .currency),
    .computed("loss_avoided", .currency),
    .computed("days_covered", .days),
  ]

  private static func row(_ line: BudgetedLine) -> [Value] {
    [
      .text(line.product.name), .integer(Int64(line.quantity)), .integer(Int64(line.wanted)),
      .real(line.cost), .real(line.lossAvoided),
      line.daysCovered.map { .real(($0 * 10).rounded() / 10) } ?? .null,
    ]
  }

  private static func row(_ product: LeftOutProduct) -> [Value] {
    [
      .text(product.product.name), .integer(0), .integer(Int64(product.wanted)), .real(0), .real(0),
      .null,
    ]
  }
}

extension Finding.Content {
  /// An amount of money.
  static func money(_ amount: Double) -> Finding.Content { .figure(.real(amount), .currency) }

  /// A number of things.
  static func count(_ number: Int) -> Finding.Content { .figure(.integer(Int64(number)), .count) }
}
