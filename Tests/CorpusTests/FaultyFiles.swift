/// One spoiled file for each fault the reader must find.
extension FaultyFile {
  static let all = form + names + formulas + meaning

  private static let label = "label: {fr: {one: a, many: b, gender: m}, en: {one: c, many: d}}"
  private static let told = label + "\ndescription: {fr: x., en: x.}"

  /// A metric `extra` with some lines before label and description.
  private static func metric(
    _ code: String,
    _ lines: String,
    suggestion: String? = nil,
    column: String? = nil
  ) -> FaultyFile {
    FaultyFile(
      code: code,
      path: "metrics/extra.yaml",
      text: "kind: metric\nname: extra\n\(lines)\n\(told)\n",
      suggestion: suggestion,
      column: column
    )
  }

  private static func dimension(_ code: String, _ lines: String, suggestion: String? = nil)
    -> FaultyFile
  {
    FaultyFile(
      code: code,
      path: "dimensions/extra.yaml",
      text: "kind: dimension\nname: extra\n\(lines)\n\(told)\n",
      suggestion: suggestion
    )
  }

  private static func segment(_ code: String, _ lines: String, suggestion: String? = nil)
    -> FaultyFile
  {
    FaultyFile(
      code: code,
      path: "segments/extra.yaml",
      text: "kind: segment\nname: extra\n\(lines)\n\(told)\n",
      suggestion: suggestion
    )
  }

  private static func dataset(_ code: String, _ lines: String, suggestion: String? = nil)
    -> FaultyFile
  {
    FaultyFile(
      code: code,
      path: "datasets/extra.yaml",
      text: "kind: dataset\nname: extra\n\(label)\n\(lines)\n",
      suggestion: suggestion
    )
  }

  private static func vocabulary(_ code: String, _ lines: String, suggestion: String? = nil)
    -> FaultyFile
  {
    FaultyFile(
      code: code,
      path: "vocabulary/extra.yaml",
      text: "kind: vocabulary\nname: extra\n\(lines)\n",
      suggestion: suggestion
    )
  }

  private static let good = "dataset: sales\nexpression: sum(quantity)\nunit: count"

  private static let form = [
    FaultyFile(
      code: "yaml.syntax",
      path: "metrics/extra.yaml",
      text: "kind: metric\nkind: metric #!\n"
    ),
    FaultyFile(code: "type.wrong", path: "metrics/extra.yaml", text: "[kind, name] #!\n"),
    FaultyFile(
      code: "kind.unknown",
      path: "metrics/extra.yaml",
      text: "name: extra\nkind: metrics #!\n",
      suggestion: "metric",
      column: "metrics"
    ),
    FaultyFile(code: "key.missing", path: "metrics/extra.yaml", text: "name: extra #!\n"),
    FaultyFile(
      code: "key.missing",
      path: "metrics/extra.yaml",
      text: "kind: metric #!\n\(good)\n\(told)\n"
    ),
    metric("key.unknown", "\(good)\nsynonims: {fr: [a], en: [b]} #!", suggestion: "synonyms"),
    metric("type.wrong", "\(good)\ntrailing_days: some #!", column: "some"),
    metric("type.wrong", "\(good)\ndefault_days: 0 #!"),
    metric("type.wrong", "\(good)\naverages_snapshots: yes #!"),
    metric("type.wrong", "\(good)\nsynonyms: {fr: [[a]], en: [b]} #!", column: "[a]"),
    metric("type.wrong", "\(good)\nsynonyms: {fr: a, en: [b]} #!"),
    metric("type.wrong", "\(good)\nconfusable: units #!"),
    metric("type.wrong", "\(good)\ninterval: [units] #!", column: "[units]"),
    metric("type.wrong", "dataset: sales\nexpression: #!\nunit: count"),
    metric(
      "choice.unknown",
      "dataset: sales\nexpression: sum(quantity)\nunit: percents #!",
      suggestion: "percent"
    ),
    metric("choice.unknown", "\(good)\nbetter: hihger #!", suggestion: "higher"),
    metric("phrases.empty", "\(good)\nsynonyms: {fr: [], en: [b]} #!"),
    metric("phrases.empty", "\(good)\nweak: {fr: [' '], en: [b]} #!", column: "' '"),
    metric("language.missing", "\(good)\nsynonyms: {fr: [a]} #!"),
    metric("language.missing", "\(good)\ncaveat: {en: before tax} #!"),
    metric("language.missing", "\(good)\nquestions:\n  en: [how many?] #!"),
    FaultyFile(
      code: "key.missing",
      path: "analyses/extra.yaml",
      text: """
        kind: analysis
        name: extra
        label: {fr: {one: a, many: b}, en: {one: c, many: d}} #!
        description: {fr: x., en: x.}
        """
    ),
    dimension("choice.unknown", "dataset: products\nkey: id\ntype: txt #!", suggestion: "text"),
    dimension("choice.unknown", "dataset: products\nkey: id\ncomputation: xyz #!"),
    dimension(
      "language.missing",
      "dataset: products\nkey: id\nvalue_words:\n  - {value: x, fr: [y]} #!"
    ),
    dimension("key.missing", "dataset: products\nkey: id\nvalue_words:\n  - {fr: [y], en: [z]} #!"),
    dimension(
      "key.unknown",
      "dataset: products\nkey: id\nmeaning: {fin: [x]} #!",
      suggestion: "fine"
    ),
    dimension("type.wrong", "dataset: products\nkey: id\nmeaning: {fine: x} #!"),
    dimension(
      "meaning.duplicate",
      "dataset: products\nkey: id\nmeaning:\n  critical: [x]\n  fine: [x] #!"
    ),
    dimension(
      "value.unknown",
      """
      dataset: products
      key: id
      meaning: {fine: [dome]} #!
      value_words: [{value: done, fr: [faite], en: [done]}]
      """,
      suggestion: "done"
    ),
    segment("segment.scope", "entity: product #!\ndataset: sales\nwhere: quantity > 1"),
    dataset(
      "key.missing",
      "table: stock_levels\nprimary_key: id\ntime: recorded_at\ntype: snapshot"
    )
    .blamingFirstLine,
    dataset("key.missing", "table: returns\nprimary_key: id\ntype: flow").blamingFirstLine,
    dataset("key.unknown", "table: products\nprimary_key: id\ntype: entity\nkeys: [id] #!"),
    vocabulary("language.missing", "openers:\n  - {fr: a} #!"),
    vocabulary("phrases.empty", "translations:\n  - {fr: [a], en: []} #!"),
    FaultyFile(
      code: "key.missing",
      path: "vocabulary/extra.yaml",
      text: "kind: vocabulary #!\nname: extra\n"
    ),
  ]

  /// The same file with the mark on its first line, where missing keys are blamed.
  private var blamingFirstLine: FaultyFile {
    var text = text
    if let end = text.firstIndex(of: "\n") { text.insert(contentsOf: " #!", at: end) }
    return FaultyFile(code: code, path: path, text: text)
  }

  private static let names = [
    FaultyFile(
      code: "name.mismatch",
      path: "analyses/extra.yaml",
      text: "kind: analysis\nname: other #!\n\(told)\n",
      column: "other"
    ),
    metric(
      "dataset.unknown",
      "dataset: sale #!\nexpression: sum(quantity)\nunit: count",
      suggestion: "sales"
    ),
    metric(
      "confusable.unknown",
      "\(good)\nconfusable: [revenue, unit] #!",
      suggestion: "units",
      column: "unit]"
    ),
    metric("metric.unknown", "\(good)\nfallback: unit #!", suggestion: "units"),
    metric(
      "metric.unknown",
      "\(good)\ntold_as: {figures: [unit], by: [time]} #!",
      suggestion: "units"
    ),
    metric(
      "dimension.unknown",
      "\(good)\ntold_as: {figures: [units], by: [produit]} #!",
      suggestion: "product"
    ),
    metric(
      "segment.unknown",
      "\(good)\ntold_as: {figures: [units], among: slo} #!",
      suggestion: "slow"
    ),
    dataset(
      "metric.unknown",
      "table: returns\nprimary_key: id\ntype: flow\ntime: return_date\ntrend: {figures: [unit]} #!",
      suggestion: "units"
    ),
    dataset(
      "dimension.unknown",
      "table: returns\nprimary_key: id\ntype: flow\ntime: return_date\ntrend: {by: stat} #!",
      suggestion: "state"
    ),
    dataset(
      "dataset.unknown",
      "table: returns\nprimary_key: id\ntype: flow\ntime: return_date\nmarks: [{name: a, in: sale, match: {id: id}}] #!",
      suggestion: "sales"
    ),
    dataset(
      "column.unknown",
      "table: returns\nprimary_key: id\ntype: flow\ntime: return_date\nmarks: [{name: a, in: sales, match: {id: idd}}] #!",
      suggestion: "id"
    ),
    dimension("dataset.unknown", "dataset: product #!\nkey: id", suggestion: "products"),
    dimension(
      "dataset.unknown",
      "dataset: products\nkey: id\noverrides:\n  sails: {key: id} #!",
      suggestion: "sales"
    ),
    segment("dimension.unknown", "entity: produit #!\nwhere: units > 1", suggestion: "product"),
    segment(
      "metric.unknown",
      "entity: product\nwhere: units > 1\nshowing: [unit] #!",
      suggestion: "units"
    ),
    dataset(
      "table.unknown",
      "table: return #!\nprimary_key: id\ntype: entity",
      suggestion: "returns"
    ),
    dataset(
      "column.unknown",
      "table: products\nprimary_key: ids #!\ntype: entity",
      suggestion: "id"
    ),
    dataset(
      "column.unknown",
      "table: returns\nprimary_key: id\ntype: flow\ntime: returned #!"
    ),
    dataset(
      "column.unknown",
      """
      table: stock_levels
      primary_key: id
      type: snapshot
      time: recorded_at
      keys: [product_id, warehouse] #!
      """,
      suggestion: "warehouse_id"
    ),
    dataset(
      "dataset.unknown",
      """
      table: returns
      primary_key: id
      type: entity
      relationships:
        - {name: product, to: product, from: product_id, key: id} #!
      """,
      suggestion: "products"
    ),
    dataset(
      "column.unknown",
      """
      table: returns
      primary_key: id
      type: entity
      relationships:
        - {name: product, to: products, from: products_id, key: id} #!
      """,
      suggestion: "product_id"
    ),
    dataset(
      "column.unknown",
      """
      table: returns
      primary_key: id
      type: entity
      relationships:
        - {name: product, to: products, from: product_id, key: skuu} #!
      """,
      suggestion: "sku"
    ),
    dataset(
      "name.duplicate",
      """
      table: returns
      primary_key: id
      type: entity
      relationships:
        - {name: product, to: products, from: product_id, key: id}
        - {name: product, to: products, from: product_id, key: id} #!
      """
    ),
    vocabulary(
      "marker.unknown",
      "markers:\n  groupping: {fr: [a], en: [b]} #!",
      suggestion: "grouping"
    ),
  ]

  private static let formulas = [
    metric(
      "formula.syntax",
      "dataset: sales\nexpression: sum(quantity * %) #!\nunit: count",
      column: "%"
    ),
    metric(
      "formula.syntax",
      "dataset: sales\nexpression: \"sum(quantity) + total(quantity)\" #!\nunit: count",
      column: "total"
    ),
    metric("formula.aggregate", "dataset: sales\nexpression: sum(avg(quantity)) #!\nunit: count"),
    metric(
      "column.unknown",
      "dataset: sales\nexpression: sum(quantity * quantit) #!\nunit: count",
      suggestion: "quantity",
      column: "quantit)"
    ),
    metric(
      "column.unknown",
      "dataset: sales\nexpression: \"sum(product.unit_prize)\" #!\nunit: count",
      suggestion: "unit_price",
      column: "product.unit_prize"
    ),
    metric(
      "relationship.unknown",
      "dataset: sales\nexpression: sum(produit.unit_price) #!\nunit: count",
      suggestion: "product",
      column: "produit"
    ),
    metric(
      "metric.unknown",
      "expression: revenue / unit #!\nunit: count",
      suggestion: "units",
      column: "unit "
    ),
    metric("metric.dataset-missing", "expression: sum(quantity) / units #!\nunit: count"),
    dimension("formula.aggregate", "dataset: products\nkey: max(id) #!"),
    dimension(
      "column.unknown",
      "dataset: products\nkey: id\nlabel_field: nam #!",
      suggestion: "name"
    ),
    dimension(
      "column.unknown",
      "dataset: products\nkey: id\noverrides:\n  sales: {key: products_id} #!",
      suggestion: "product_id"
    ),
    segment("column.unknown", "dataset: sales\nwhere: quantiti > 1 #!", suggestion: "quantity"),
    segment("metric.unknown", "entity: product\nwhere: revenu > 1 #!", suggestion: "revenue"),
    segment("formula.aggregate", "dataset: sales\nwhere: sum(quantity) > 1 #!"),
    dataset(
      "relationship.unknown",
      "table: products\nprimary_key: id\ntype: entity\nfilter: maker.rating > 1 #!"
    ),
  ]

  private static let meaning = [
    metric("metric.cycle", "expression: extra + 1 #!\nunit: count", column: "extra"),
    dimension(
      "phrase.conflict",
      "dataset: products\nkey: id\nvalue_words:\n  - {value: x, fr: [u], en: []}\n  - {value: y, fr: [u], en: []} #!"
    ),
  ]
}
