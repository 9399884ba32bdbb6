import Analytics
import Planning
import SemanticModel
import Values

/// What to offer with a product: what its buyers put into the same basket.
struct CrossSelling: AnalysisMethod {
  let name = "cross_sell"
  let findings: [String: Set<String>] = [
    "needs_product": [], "never_sold": ["product"],
    "useful": ["product", "baskets", "count", "least"],
    "best": ["other", "confidence", "together", "lift"],
    "fallback": ["product", "baskets", "least"], "alone": ["product", "baskets"],
  ]

  /// Baskets that a rule of one product needs; it is tested against chance besides.
  private static let least = 5
  private static let product = Key.dimension("product")

  func result(_ request: AnalysisRequest) throws(AnalysisError) -> AnalysisResult {
    var query = request.query
    query.keys = [Self.product]
    let filters = request.filters(on: AnalysisRequest.productDimensions)
    guard !filters.isEmpty else {
      return AnalysisResult(query, findings: [Finding("needs_product")])
    }
    let figures = try BasketFigures(
      Self.product,
      request.without(AnalysisRequest.productDimensions)
    )
    let chosen = try Self.chosen(filters, figures, request)
    let beside = figures.baskets.companions(of: chosen)
    var places: [String: Finding.Content] = [
      "product": request.productsNamed(filters), "baskets": .count(beside.baskets),
      "least": .count(Self.least),
    ]
    guard beside.baskets > 0 else {
      return AnalysisResult(query, findings: [Finding("never_sold", places)])
    }
    let rules = Self.rules(beside, figures)
    guard !rules.isEmpty else {
      return AnalysisResult(query, findings: [Finding("alone", places)])
    }
    let useful = Self.useful(rules)
    let shown = Array((useful.isEmpty ? rules : useful).prefix(request.rowLimit()))
    places["count"] = .count(useful.count)
    var told = [Finding(useful.isEmpty ? "fallback" : "useful", places)]
    if let best = useful.first {
      told.append(
        Finding(
          "best",
          RuleTable.places(of: best.measures).merging(["other": figures.member(best.second)]) { $1 }
        )
      )
    }
    return AnalysisResult(
      query,
      columns: [.key(Self.product)]
        + RuleTable.measures,
      rows: shown.map { [figures.name($0.second)] + RuleTable.cells($0.measures) },
      findings: told
    )
  }

  /// The products that all filters are about; where there are none, « une imprimante et un barbecue », those of each.
  private static func chosen(
    _ filters: [Filter],
    _ figures: BasketFigures,
    _ request: AnalysisRequest
  ) throws(AnalysisError) -> Set<Int> {
    let all = Set(try request.products(filters).compactMap(figures.things.known))
    guard all.isEmpty, filters.count > 1 else { return all }
    var each: Set<Int> = []
    for filter in filters {
      each.formUnion(try request.products([filter]).compactMap(figures.things.known))
    }
    return each
  }

  /// From the products chosen to each other one, the most baskets first.
  private static func rules(
    _ beside: (baskets: Int, counts: [Int]),
    _ figures: BasketFigures
  ) -> [Baskets.Rule] {
    beside.counts.indices.filter { beside.counts[$0] > 0 }.map { thing in
      Baskets.Rule(
        first: thing,
        second: thing,
        measures: AssociationRule(
          antecedent: beside.baskets,
          consequent: figures.baskets.counts[thing],
          together: beside.counts[thing],
          baskets: figures.baskets.count
        )
      )
    }
    .sorted {
      ($1.measures.together, $1.measures.lift, $0.second)
        < ($0.measures.together, $0.measures.lift, $1.second)
    }
  }

  /// Those beyond chance, the surest to be bought too first.
  private static func useful(_ rules: [Baskets.Rule]) -> [Baskets.Rule] {
    let tested = rules.filter { $0.measures.together >= least }
    let limit = Baskets.chanceAllowed / Double(max(1, tested.count))
    return tested.filter { $0.measures.lift > 1 && $0.measures.chance < limit }
  }
}
