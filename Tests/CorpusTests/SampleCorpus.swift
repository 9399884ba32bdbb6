@testable import Corpus

/// A small corpus without a fault, which tests spoil one file at a time.
enum SampleCorpus {
  static let markers: Set<String> = ["grouping", "ranking"]

  static let files: [String: String] = [
    "datasets/sales.yaml": """
    kind: dataset
    name: sales
    table: sales_history
    type: flow
    primary_key: id
    time: order_date
    label: {fr: {one: vente, many: ventes, gender: f}, en: {one: sale, many: sales}}
    filter: "quantity > 0 and coalesce(product.is_active, 1) = 1"
    relationships:
      - {name: product, to: products, from: product_id, key: id}
    """,
    "datasets/products.yaml": """
    kind: dataset
    name: products
    table: products
    type: entity
    primary_key: id
    label: {fr: {one: produit, many: produits, gender: m}, en: {one: product, many: products}}
    """,
    "datasets/stock.yaml": """
    kind: dataset
    name: stock
    table: stock_levels
    type: snapshot
    keys: [product_id, warehouse_id]
    primary_key: id
    time: recorded_at
    label: {fr: {one: niveau, many: niveaux, gender: m}, en: {one: level, many: levels}}
    relationships: [{name: product, to: products, from: product_id, key: id}]
    """,
    "dimensions/product.yaml": """
    kind: dimension
    name: product
    dataset: products
    key: id
    label_field: name
    overrides:
      sales: {key: "coalesce(product_id, product.id)", label_field: product.name}
    values: indexed
    entity: true
    label: {fr: {one: produit, many: produits, gender: m}, en: {one: product, many: products}}
    description: {fr: Un article., en: An item.}
    synonyms: {fr: [produit, article], en: [product, item]}
    questions: {fr: [liste des produits], en: [list the products]}
    """,
    "dimensions/state.yaml": """
    kind: dimension
    name: state
    dataset: products
    key: is_active
    type: boolean
    label: {fr: {one: état, many: états, gender: m}, en: {one: state, many: states}}
    description: {fr: En vente ou non., en: On sale or not.}
    value_words:
      - {value: 1, label: {fr: actif, en: active}, fr: [en vente, actif], en: [on sale]}
      - {value: 0, fr: [arrêté], en: []}
    meaning: {warning: [0], fine: [1]}
    """,
    "metrics/revenue.yaml": """
    kind: metric
    name: revenue
    dataset: sales
    expression: "sum(quantity * coalesce(unit_price, product.unit_price))"
    unit: currency
    better: higher
    empty: zero
    default_days: 30
    label: {fr: {one: chiffre d'affaires, many: chiffres d'affaires, gender: m}, en: {one: revenue, many: revenues}}
    description: {fr: Somme des ventes., en: Sum of the sales.}
    caveat: {fr: hors taxes, en: before tax}
    synonyms: {fr: [CA], en: [turnover]}
    weak: {fr: [montant, article], en: []}
    verbs: {fr: [rapporte], en: [earns]}
    top: {fr: [rapporte le plus], en: [best earning]}
    bottom: {fr: [rapporte le moins], en: [worst earning]}
    confusable: [units, product]
    """,
    "metrics/units.yaml": """
    kind: metric
    name: units
    dataset: sales
    expression: sum(quantity)
    unit: count
    trailing_days: 30
    label: {fr: {one: unité vendue, many: unités vendues, gender: f}, en: {one: unit sold, many: units sold}}
    description: {fr: Quantités., en: Quantities.}
    """,
    "metrics/mean_price.yaml": """
    kind: metric
    name: mean_price
    expression: revenue / units
    unit: currency
    label: {fr: {one: prix moyen, many: prix moyens, gender: m}, en: {one: mean price, many: mean prices}}
    description: {fr: CA par unité., en: Revenue a unit.}
    """,
    "segments/slow.yaml": """
    kind: segment
    name: slow
    entity: product
    where: units < 1 and not (revenue > 5)
    showing: [units]
    takes_duration: true
    label: {fr: {one: produit lent, many: produits lents, gender: m}, en: {one: slow product, many: slow products}}
    description: {fr: Peu vendu., en: Little sold.}
    """,
    "segments/cheap.yaml": """
    kind: segment
    name: cheap
    dataset: sales
    where: product.unit_price < 10 and product.supplier is not null
    label: {fr: {one: petite vente, many: petites ventes, gender: f}, en: {one: small sale, many: small sales}}
    description: {fr: Moins de 10., en: Below 10.}
    """,
    "analyses/forecast.yaml": """
    kind: analysis
    name: forecast
    label: {fr: {one: prévision, many: prévisions, gender: f}, en: {one: forecast, many: forecasts}}
    description: {fr: Demande à venir., en: Demand to come.}
    verbs: {fr: [va-t-on vendre], en: [will we sell]}
    """,
    "vocabulary/words.yaml": """
    kind: vocabulary
    name: words
    markers:
      grouping: {fr: [par, pour chaque], en: [by, per]}
      ranking: {fr: [meilleur], en: []}
    translations:
      - {fr: [chaise, chaises], en: [chair]}
    openers:
      - {fr: "liste des produits", en: "list the products"}
    """,
  ]

  /// The sample with some files added or replaced, as the reader gets them.
  static func sources(with changes: [String: String] = [:]) -> [SourceFile] {
    files.merging(changes) { $1 }.sorted { $0.key < $1.key }.map {
      SourceFile(path: $0.key, bytes: Array($0.value.utf8))
    }
  }
}
