import Analytics
import Planning
import SemanticModel
import Values

/// The next better product to offer: of the same kind, dearer, and taken by customers who buy alike.
struct UpSelling: AnalysisMethod {
  let name = "up_sell"
  let findings: [String: Set<String>] = [
    "one": ["product", "other", "price", "difference", "shared"], "several": ["count"],
    "none": ["product"], "nothing": [], "no_price": [], "nobody": ["product"],
  ]

  /// How much dearer a better product is, as multiples of the price.
  private static let reach = 1.05...2.0
  /// Products that a better one is looked for where none is named.
  private static let mostSold = 20
  private static let product = Key.dimension("product")

  /// A product and a better one.
  private struct Step {
    let from: Int
    let to: Int
    let prices: (from: Double, to: Double)
    /// Customers who bought both.
    let shared: Int
  }

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = [Self.product]
    let filters = request.filters(on: AnalysisRequest.productDimensions)
    let figures = try PurchaseFigures(
      request.without(AnalysisRequest.productDimensions + ["customer"])
    )
    let prices = try request.figure("product_price", by: "product")
    guard !prices.isEmpty else { return AnalysisResult(query, findings: [Finding("no_price")]) }
    let owned = request.customer.flatMap { figures.customers.known($0.key) }
      .map { Set(figures.matrix.things(of: $0)) }
    if owned != nil { request.filters(on: ["customer"]).forEach(request.source.uses) }
    let kinds = try Self.kinds(request)
    let bases = try Self.bases(filters, owned, figures, request)
    let isOne = bases.count == 1
    let steps = bases.flatMap { base in
      Self.steps(from: base, figures, prices, kinds).filter { !(owned?.contains($0.to) ?? false) }
        .prefix(isOne ? request.rowLimit(5) : 1)
    }
    let names = try request.source.names(of: "product")
    func name(_ thing: Int) -> Value {
      let key = figures.products.keys[thing]
      return names[key].map(Value.text) ?? key
    }
    let asked = ["product": request.productsNamed(filters)]
    guard let first = steps.first else {
      return AnalysisResult(query, findings: [Finding(filters.isEmpty ? "nothing" : "none", asked)])
    }
    let told =
      isOne
      ? Finding(
        "one",
        [
          "product": .member(name(first.from), Self.product),
          "other": .member(name(first.to), Self.product), "price": .money(first.prices.to),
          "difference": .difference(first.prices.to - first.prices.from, .currency),
          "shared": .count(first.shared),
        ]
      ) : Finding("several", ["count": .count(steps.count)])
    let rows = steps.prefix(request.rowLimit(Self.mostSold)).map { step -> [Value] in
      [
        name(step.from), name(step.to), .real(step.prices.to),
        .real(step.prices.to - step.prices.from), .integer(Int64(step.shared)),
        .integer(Int64(figures.matrix.buyers[step.to])),
      ]
    }
    let isUnproven = isOne && steps.allSatisfy { $0.shared == 0 }
    return AnalysisResult(
      query,
      columns: Self.columns,
      rows: Array(rows),
      findings: [told] + (isUnproven ? [Finding("nobody", asked)] : [])
    )
  }

  /// The products that a better one is looked for: those named, else those of the customer, else the most bought.
  private static func bases(
    _ filters: [Filter],
    _ owned: Set<Int>?,
    _ figures: PurchaseFigures,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> [Int] {
    let buyers = figures.matrix.buyers
    let all: [Int]
    if !filters.isEmpty {
      all = try request.products(filters).compactMap(figures.products.known)
    } else {
      all = owned.map(Array.init) ?? Array(buyers.indices)
    }
    return Array(all.sorted { (buyers[$1], $0) < (buyers[$0], $1) }.prefix(mostSold))
  }

  /// What kind each product is of: its subcategory, else its category.
  private static func kinds(_ request: AnalysisRequest) throws(AnalysisError) -> [Value: Value] {
    var kinds: [Value: Value] = [:]
    for kind in ["category", "subcategory"] {
      var list = Query()
      list.keys = [product, .dimension(kind)]
      guard request.source.canTell(list) else { continue }
      for row in try request.source.keyedFigures(of: list).rows where !row[1].isNull {
        kinds[row[0]] = row[1]
      }
    }
    return kinds
  }

  private static func steps(
    from base: Int,
    _ figures: PurchaseFigures,
    _ prices: [Value: Double],
    _ kinds: [Value: Value]
  ) -> [Step] {
    let keys = figures.products.keys
    guard let price = prices[keys[base]], price > 0, let kind = kinds[keys[base]] else { return [] }
    var shared: [Int: Int] = [:]
    for proposal in figures.matrix.proposals(beside: [base]) {
      shared[proposal.thing] = proposal.sharedBuyers
    }
    let steps = keys.indices.compactMap { other -> Step? in
      guard other != base, kinds[keys[other]] == kind, let better = prices[keys[other]],
        reach.contains(better / price)
      else { return nil }
      return Step(from: base, to: other, prices: (price, better), shared: shared[other] ?? 0)
    }
    let buyers = figures.matrix.buyers
    return steps.sorted {
      ($1.shared, buyers[$1.to], $0.to) < ($0.shared, buyers[$0.to], $1.to)
    }
  }

  private static let columns: [PlannedColumn] = [
    .key(product),
    .computed("better", .text),
    .computed("price", .currency),
    .computed("difference", .currency),
    .computed("shared_buyers", .count),
    .computed("buyers", .count),
  ]
}
