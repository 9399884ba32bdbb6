import Assistant
import Planning
import SemanticModel
import Values

/// A small shop's model: enough nouns of each gender, number and kind to try the grammar on.
enum Shop {
  static let model = SemanticModel(
    datasets: [
      dataset("sales", .flow, time: "order_date"),
      dataset("stock", .snapshot(keys: ["product_id"]), time: "recorded_at"),
      dataset("products", .entity), dataset("customers", .entity), dataset("suppliers", .entity),
    ],
    dimensions: dimensions,
    metrics: metrics,
    segments: segments,
    analyses: []
  )

  private static func dataset(
    _ name: String,
    _ kind: Dataset.Kind,
    time: String? = nil
  ) -> Dataset {
    Dataset(
      name: name,
      table: name,
      kind: kind,
      primaryKey: "id",
      time: time,
      relationships: [],
      filter: nil,
      label: LocalizedText(french: name, english: name)
    )
  }

  // MARK: - Metrics

  private static let sum = Expression.call("sum", [.name(["amount"])])

  private static let metrics = [
    metric(
      "revenue",
      sum,
      .currency,
      ("chiffre d'affaires", "chiffres d'affaires", false),
      ("revenue", "revenues")
    ),
    metric(
      "margin",
      sum,
      .currency,
      ("marge brute", "marges brutes", true),
      ("gross margin", "gross margins")
    ),
    metric("purchases", sum, .currency, ("achats", "achats", false), ("purchases", "purchases")),
    metric(
      "units_sold",
      sum,
      .count,
      ("quantité vendue", "quantités vendues", true),
      ("units sold", "units sold")
    ),
    metric(
      "orders",
      .call("count_distinct", [.name(["order_id"])]),
      .count,
      ("commande", "commandes", true),
      ("order", "orders")
    ),
    metric(
      "returns",
      .call("count", []),
      .count,
      ("nombre de retours", "nombres de retours", false),
      ("number of returns", "numbers of returns"),
      better: .lower
    ),
    metric(
      "late_orders",
      .call("sum", [.call("if", [.null, .number(1), .number(0)])]),
      .count,
      ("commande en retard", "commandes en retard", true),
      ("late order", "late orders")
    ),
    metric(
      "margin_rate",
      .binary(.divide, .name(["margin"]), .name(["revenue"])),
      .percent,
      ("taux de marge", "taux de marge", false),
      ("margin rate", "margin rates"),
      dataset: nil,
      emptyIsZero: false
    ),
    metric(
      "delivery_days",
      .call("avg", [.name(["days"])]),
      .days,
      ("délai de livraison", "délais de livraison", false),
      ("delivery time", "delivery times"),
      emptyIsZero: false
    ),
    metric(
      "last_sale",
      .call("max", [.name(["order_date"])]),
      .date,
      ("date de dernière vente", "dates de dernière vente", true),
      ("last sale date", "last sale dates"),
      emptyIsZero: false
    ),
    metric(
      "stock_on_hand",
      sum,
      .count,
      ("stock", "stocks", false),
      ("stock on hand", "stocks on hand"),
      dataset: "stock",
      better: .neutral
    ),
  ]

  private static func metric(
    _ name: String,
    _ expression: Expression,
    _ unit: Metric.Unit,
    _ french: (String, String, Bool),
    _ english: (String, String),
    dataset: String? = "sales",
    better: Metric.Better = .higher,
    emptyIsZero: Bool = true
  ) -> Metric {
    Metric(
      name: name,
      dataset: dataset,
      expression: expression,
      unit: unit,
      better: better,
      emptyIsZero: emptyIsZero,
      noun: noun(french, english),
      description: LocalizedText(french: "", english: "")
    )
  }

  static func noun(_ french: (String, String, Bool), _ english: (String, String)) -> Noun {
    Noun(
      singular: LocalizedText(french: french.0, english: english.0),
      plural: LocalizedText(french: french.1, english: english.1),
      isFeminine: french.2
    )
  }

  // MARK: - Dimensions

  private static let dimensions = [
    dimension(
      "product",
      "products",
      ("produit", "produits", false),
      ("product", "products"),
      isEntity: true
    ),
    dimension(
      "customer",
      "customers",
      ("client", "clients", false),
      ("customer", "customers"),
      isEntity: true,
      isPersonal: true
    ),
    dimension(
      "supplier",
      "suppliers",
      ("fournisseur", "fournisseurs", false),
      ("supplier", "suppliers"),
      isEntity: true
    ),
    dimension(
      "category",
      "products",
      ("catégorie", "catégories", true),
      ("category", "categories")
    ),
    dimension("region", "customers", ("région", "régions", true), ("region", "regions")),
    dimension(
      "price",
      "products",
      ("prix unitaire", "prix unitaires", false),
      ("unit price", "unit prices"),
      type: .number
    ),
    dimension(
      "payment",
      "sales",
      ("mode de paiement", "modes de paiement", false),
      ("payment method", "payment methods"),
      words: [
        .init(
          value: "card",
          label: LocalizedText(french: "carte bancaire", english: "bank card"),
          synonyms: []
        )
      ]
    ),
    dimension(
      "severity",
      "sales",
      ("gravité", "gravités", true),
      ("severity", "severities"),
      words: [
        .init(
          value: "critical",
          label: LocalizedText(french: "critique", english: "critical"),
          synonyms: []
        )
      ],
      meanings: ["critical": .critical, "warning": .warning, "solved": .fine]
    ),
  ]

  private static func dimension(
    _ name: String,
    _ dataset: String,
    _ french: (String, String, Bool),
    _ english: (String, String),
    isEntity: Bool = false,
    isPersonal: Bool = false,
    type: Dimension.ValueType = .text,
    words: [Dimension.ValueWord] = [],
    meanings: [String: Dimension.Meaning] = [:]
  ) -> Dimension {
    Dimension(
      name: name,
      dataset: dataset,
      key: .name(["id"]),
      label: .name(["name"]),
      overrides: [:],
      type: type,
      policy: .indexed,
      isEntity: isEntity,
      isPersonal: isPersonal,
      computation: nil,
      noun: noun(french, english),
      description: LocalizedText(french: "", english: ""),
      valueWords: words,
      meanings: meanings
    )
  }

  // MARK: - Segments

  private static let segments = [
    Segment(
      name: "out_of_stock",
      scope: .entity(dimension: "product", condition: .null),
      showing: ["stock_on_hand"],
      takesDuration: false,
      noun: noun(
        ("produit en rupture", "produits en rupture", false),
        ("product out of stock", "products out of stock")
      ),
      description: LocalizedText(french: "", english: "")
    ),
    Segment(
      name: "discounted",
      scope: .rows(dataset: "sales", condition: .null),
      showing: [],
      takesDuration: false,
      noun: noun(
        ("vente avec remise", "ventes avec remise", true),
        ("discounted sale", "discounted sales")
      ),
      description: LocalizedText(french: "", english: "")
    ),
  ]
}

// MARK: - Queries and answers

func day(_ iso: String) -> CalendarDay {
  CalendarDay(iso: iso) ?? CalendarDay(ordinal: 0)
}

func year(_ number: Int) -> Period { Period(.year, containing: day("\(number)-01-01")) }

/// A query made by naming its parts.
func query(
  _ metrics: [String],
  by keys: [Key] = [],
  where filters: [Filter] = [],
  in period: Period? = year(2018),
  _ change: (inout Query) -> Void = { _ in }
) -> Query {
  var query = Query()
  query.measures = metrics.map { Measure($0) }
  query.keys = keys
  query.filters = filters
  query.period = period
  change(&query)
  return query
}

func isOne(_ dimension: String, _ names: String..., not: Bool = false) -> Filter {
  let values = names.map { NamedValue(key: .text($0), name: $0) }
  return .values(dimension: dimension, values: values, negated: not)
}

/// The columns a planner gives for a query without rollup.
func columns(_ query: Query) -> [PlannedColumn] { columns(query, in: Shop.model) }

/// The same with the figures of another model.
func columns(_ query: Query, in model: SemanticModel) -> [PlannedColumn] {
  var columns = query.keys.map { key in
    let name = if case .dimension(let name) = key { name } else { "\(key)" }
    return PlannedColumn(role: .key(key), name: name, unit: .text)
  }
  for (index, measure) in query.measures.enumerated() {
    let unit = model.metrics[measure.metric]?.unit ?? .number
    columns.append(.init(role: .measure(index), name: measure.metric, unit: unit))
    if measure.display == .share {
      columns.append(.init(role: .share(index), name: "share", unit: .percent))
    }
    if query.comparison != nil {
      columns.append(.init(role: .previous(index), name: "previous_\(measure.metric)", unit: unit))
      columns.append(.init(role: .difference(index), name: "difference", unit: unit))
      columns.append(.init(role: .change(index), name: "change", unit: .percent))
    }
  }
  return columns
}

/// An answered question over data from 2015-01-03 to 2018-12-30, in US dollars.
func answer(
  _ tongue: Tongue,
  _ query: Query?,
  _ rows: [[Value]],
  columns given: [PlannedColumn]? = nil
) -> Answer {
  var answer = Answer(id: "a1", question: "?", language: tongue, status: .answered)
  answer.query = query
  answer.columns = given ?? query.map(columns) ?? []
  answer.rows = rows
  answer.receipt.asOf = day("2018-12-30")
  answer.receipt.dataFrom = day("2015-01-03")
  answer.receipt.dataUntil = day("2018-12-30")
  answer.receipt.currency = "USD"
  return answer
}

/// A text with its narrow no-break spaces made visible, to be read and compared.
func visible(_ text: String) -> String {
  String(text.map { $0 == "\u{202F}" ? "_" : $0 })
}

/// A row a month with its figure, from January 2018 (or a later month of that year) on.
func months(_ numbers: [Double?], of group: String? = nil, from first: Int = 1) -> [[Value]] {
  numbers.enumerated().map { index, number in
    let month = day("2018-01-01").adding(months: first - 1 + index)
    return [.text(String(month.iso.prefix(7)))] + (group.map { [.text($0)] } ?? [])
      + [number.map { .real($0) } ?? .null]
  }
}

/// A text without the escape sequences of colours.
func bare(_ text: String) -> String {
  text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated().map {
    $0 == 0 ? String($1) : String($1.drop { $0 != "m" }.dropFirst())
  }.joined()
}
