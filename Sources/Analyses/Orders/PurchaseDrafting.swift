import Analytics
import Planning
import SemanticModel
import Values

/// Orders ready to be looked at, one a supplier; nothing is ever sent.
struct PurchaseDrafting: AnalysisMethod {
  let name = "purchase_draft"
  let findings: [String: Set<String>] = [
    "nothing": [], "no_products": [], "one": draftPlaces, "drafts": draftPlaces,
    "without_supplier": ["products"],
    "without_cost": ["products"], "unsent": [],
  ]
  private static let draftPlaces: Set<String> = ["orders", "lines", "units", "total", "parts"]

  private static let product = Key.dimension("product")
  private static let supplier = Key.dimension("supplier")
  /// Suppliers named in a sentence.
  private static let named = 4

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    let figures = try OrderFigures(request)
    let orders = DraftOrder.grouped(figures.candidates.map(DraftLine.init))
    guard !orders.isEmpty else {
      return AnalysisResult(request.query, findings: [figures.nothing])
    }
    let rows = orders.flatMap { order in order.lines.map(Self.row) }
    return AnalysisResult(request.query, columns: Self.columns, rows: rows, findings: told(orders))
  }

  private func told(_ orders: [DraftOrder]) -> [Finding] {
    let addressed = orders.filter { $0.supplier != nil }
    let largest = addressed.sorted {
      ($1.total, $0.supplier?.name ?? "") < ($0.total, $1.supplier?.name ?? "")
    }
    let parts = largest.prefix(Self.named).compactMap { order in
      order.supplier.map { supplier in
        Finding.Content.detailed(
          .member(.text(supplier.name), Self.supplier),
          [.money(order.total)]
        )
      }
    }
    let plan: [String: Finding.Content] = [
      "orders": .count(addressed.count), "lines": .count(orders.reduce(0) { $0 + $1.lines.count }),
      "units": .count(orders.reduce(0) { $0 + $1.units }),
      "total": .money(orders.reduce(0) { $0 + $1.total }),
      "parts": .list(parts),
    ]
    var findings: [Finding] = []
    if !addressed.isEmpty {
      findings.append(Finding(addressed.count == 1 ? "one" : "drafts", plan))
    }
    if let unknown = orders.first(where: { $0.supplier == nil }) {
      findings.append(Finding("without_supplier", ["products": .count(unknown.lines.count)]))
    }
    let unpriced = orders.reduce(0) { $0 + $1.linesWithoutCost }
    if unpriced > 0 { findings.append(Finding("without_cost", ["products": .count(unpriced)])) }
    return findings + [Finding("unsent")]
  }

  private static let columns: [PlannedColumn] = [
    .key(supplier),
    .key(product),
    .computed("quantity", .count),
    .computed("unit_cost", .currency),
    .computed("cost", .currency),
  ]

  private static func row(_ line: DraftLine) -> [Value] {
    [
      line.supplier.map { .text($0.name) } ?? .null, .text(line.product.name),
      .integer(Int64(line.quantity)), line.unitCost.map(Value.real) ?? .null,
      line.cost.map(Value.real) ?? .null,
    ]
  }
}
