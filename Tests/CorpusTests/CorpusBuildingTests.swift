import SemanticModel
import Testing
import Values

@testable import Corpus

@Suite("Building the corpus")
struct CorpusBuildingTests {
  private func sample() throws -> Corpus {
    let (corpus, problems) = CorpusReader.read(
      SampleCorpus.sources(),
      markers: SampleCorpus.markers
    )
    #expect(problems.map { $0.text(in: .english) } == [])
    return try #require(corpus)
  }

  @Test("a good corpus has no problems and gives every object")
  func objects() throws {
    let model = try sample().model
    #expect(model.datasets.keys.sorted() == ["products", "sales", "stock"])
    #expect(model.dimensions.keys.sorted() == ["product", "state"])
    #expect(model.metrics.keys.sorted() == ["mean_price", "revenue", "units"])
    #expect(model.segments.keys.sorted() == ["cheap", "slow"])
    #expect(model.analyses.keys.sorted() == ["forecast"])
  }

  @Test("datasets keep their kind, rows and relationships")
  func datasets() throws {
    let model = try sample().model
    let sales = try #require(model.datasets["sales"])
    #expect(sales.kind == .flow)
    #expect(sales.time == "order_date")
    #expect(sales.label == LocalizedText(french: "ventes", english: "sales"))
    #expect(sales.filter?.allNames == [["quantity"], ["product", "is_active"]])
    #expect(
      sales.relationships == [
        .init(name: "product", target: "products", from: "product_id", key: "id")
      ]
    )
    #expect(model.datasets["stock"]?.kind == .snapshot(keys: ["product_id", "warehouse_id"]))
  }

  @Test("metrics keep what the file says, and the standards for the rest")
  func metrics() throws {
    let model = try sample().model
    let revenue = try #require(model.metrics["revenue"])
    #expect(revenue.unit == .currency)
    #expect(revenue.better == .higher)
    #expect(revenue.emptyIsZero)
    #expect(revenue.defaultDays == 30)
    #expect(revenue.caveat?.english == "before tax")
    #expect(revenue.noun.plural.french == "chiffres d'affaires")
    let units = try #require(model.metrics["units"])
    #expect(units.better == .neutral)
    #expect(!units.emptyIsZero)
    #expect(units.trailingDays == 30)
    #expect(units.noun.isFeminine)
    #expect(model.metrics["mean_price"]?.dataset == nil)
  }

  @Test("how a metric is told, what stands for it, and what datasets say of time and marks")
  func telling() throws {
    let changes = [
      "metrics/units.yaml": """
      kind: metric
      name: units
      dataset: sales
      expression: "sum(if(odd, quantity, 0))"
      unit: count
      fallback: revenue
      told_as: {figures: [revenue, units], by: [product, state], among: slow, lowest_first: true}
      label: {fr: {one: unité vendue, many: unités vendues, gender: f}, en: {one: unit sold, many: units sold}}
      description: {fr: Quantités., en: Quantities.}
      """,
      "metrics/mean_price.yaml": """
      kind: metric
      name: mean_price
      expression: revenue / units
      unit: currency
      told_as: {figures: [mean_price], by: [time]}
      label: {fr: {one: prix moyen, many: prix moyens, gender: m}, en: {one: mean price, many: mean prices}}
      description: {fr: CA par unité., en: Revenue a unit.}
      """,
      "datasets/sales.yaml": """
      kind: dataset
      name: sales
      table: sales_history
      type: flow
      primary_key: id
      time: order_date
      label: {fr: {one: vente, many: ventes, gender: f}, en: {one: sale, many: sales}}
      trend: {grain: week, figures: [units], by: state}
      day_grain: weekday
      marks: [{name: odd, in: stock, match: {product_id: product_id, order_date: recorded_at}, where: quantity_on_hand < 1}]
      relationships: [{name: product, to: products, from: product_id, key: id}]
      """,
    ]
    let (corpus, problems) = CorpusReader.read(
      SampleCorpus.sources(with: changes),
      markers: SampleCorpus.markers
    )
    #expect(problems.map { $0.text(in: .english) } == [])
    let model = try #require(corpus).model
    #expect(model.metrics["units"]?.fallback == "revenue")
    #expect(
      model.metrics["units"]?.telling
        == .init(
          figures: ["revenue", "units"],
          spread: .things(["product", "state"]),
          among: "slow",
          isLowestFirst: true
        )
    )
    #expect(model.metrics["mean_price"]?.telling?.spread == .time)
    #expect(model.metrics["revenue"]?.telling == nil)
    let sales = try #require(model.datasets["sales"])
    #expect(sales.trend == .init(grain: .week, figures: ["units"], dimension: "state"))
    #expect(sales.dayGrain == .weekday)
    let mark = try #require(sales.marks.first)
    #expect((mark.name, mark.source) == ("odd", "stock"))
    #expect(mark.matches == ["product_id": "product_id", "order_date": "recorded_at"])
    #expect(mark.condition?.allNames == [["quantity_on_hand"]])
  }

  @Test("dimensions fall back to their key for the label, also in overrides")
  func dimensions() throws {
    let model = try sample().model
    let product = try #require(model.dimensions["product"])
    #expect(product.key == .name(["id"]))
    #expect(product.label == .name(["name"]))
    #expect(product.overrides["sales"]?.label == .name(["product", "name"]))
    #expect(product.isEntity)
    #expect(product.policy == .indexed)
    let state = try #require(model.dimensions["state"])
    #expect(state.label == state.key)
    #expect(state.type == .boolean)
    #expect(state.valueWords.map(\.label.english) == ["active", "0"])
    #expect(state.valueWords[0].synonyms == ["en vente", "actif", "on sale"])
    #expect(state.meanings == ["0": .warning, "1": .fine])
    #expect(product.meanings.isEmpty)
  }

  @Test("segments are of rows or of things")
  func segments() throws {
    let model = try sample().model
    guard case .entity("product", let condition) = model.segments["slow"]?.scope else {
      Issue.record("slow is not over products")
      return
    }
    #expect(condition.allNames == [["units"], ["revenue"]])
    #expect(model.segments["slow"]?.takesDuration == true)
    guard case .rows("sales", _) = model.segments["cheap"]?.scope else {
      Issue.record("cheap is not over sales")
      return
    }
  }

  @Test(
    "each form of words has its role",
    arguments: [
      LexicalEntry(phrase: "CA", tongue: .french, meaning: .metric("revenue"), role: .noun),
      LexicalEntry(phrase: "revenues", tongue: .english, meaning: .metric("revenue"), role: .noun),
      LexicalEntry(phrase: "montant", tongue: .french, meaning: .metric("revenue"), role: .weak),
      LexicalEntry(phrase: "earns", tongue: .english, meaning: .metric("revenue"), role: .verb),
      LexicalEntry(
        phrase: "best earning",
        tongue: .english,
        meaning: .metric("revenue"),
        role: .top
      ),
      LexicalEntry(
        phrase: "rapporte le moins",
        tongue: .french,
        meaning: .metric("revenue"),
        role: .bottom
      ),
      LexicalEntry(phrase: "article", tongue: .french, meaning: .dimension("product"), role: .noun),
      LexicalEntry(
        phrase: "petite vente",
        tongue: .french,
        meaning: .segment("cheap"),
        role: .noun
      ),
      LexicalEntry(
        phrase: "will we sell",
        tongue: .english,
        meaning: .analysis("forecast"),
        role: .verb
      ),
      LexicalEntry(
        phrase: "arrêté",
        tongue: .french,
        meaning: .value(dimension: "state", value: "0"),
        role: .noun
      ),
      LexicalEntry(
        phrase: "active",
        tongue: .english,
        meaning: .value(dimension: "state", value: "1"),
        role: .noun
      ),
      LexicalEntry(
        phrase: "pour chaque",
        tongue: .french,
        meaning: .marker("grouping"),
        role: .noun
      ),
    ]
  )
  func roles(_ entry: LexicalEntry) throws {
    #expect(try sample().entries.count { $0 == entry } == 1)
  }

  @Test("questions, translations, openers and neighbours are kept")
  func theRest() throws {
    let corpus = try sample()
    let product = Corpus.Reference(kind: .dimension, name: "product")
    #expect(
      corpus.examples == [
        .init(text: "liste des produits", tongue: .french, object: product),
        .init(text: "list the products", tongue: .english, object: product),
      ]
    )
    #expect(corpus.translations == [.init(french: ["chaise", "chaises"], english: ["chair"])])
    #expect(corpus.openers == [.init(french: "liste des produits", english: "list the products")])
    #expect(corpus.confusable == ["revenue": ["units", "product"]])
  }

  @Test("the same word may serve two markers")
  func sharedMarkerWord() {
    let words = "kind: vocabulary\nname: more\nmarkers: {ranking: {fr: [par], en: [by]}}\n"
    let (corpus, problems) = CorpusReader.read(
      SampleCorpus.sources(with: ["vocabulary/more.yaml": words]),
      markers: SampleCorpus.markers
    )
    #expect(problems.isEmpty)
    #expect(corpus?.entries.count { $0.phrase == "par" } == 2)
  }

  @Test("the same word may be a value of two dimensions, and may differ by role")
  func allowedRepetitions() throws {
    let other = """
      kind: dimension
      name: supplier
      dataset: products
      key: supplier
      label: {fr: {one: fournisseur, many: fournisseurs, gender: m}, en: {one: supplier, many: suppliers}}
      description: {fr: La source., en: The source.}
      weak: {fr: [produit], en: []}
      top: {fr: [CA], en: []}
      value_words: [{value: x, fr: [arrêté], en: []}]
      """
    let (_, problems) = CorpusReader.read(
      SampleCorpus.sources(with: ["dimensions/supplier.yaml": other]),
      markers: SampleCorpus.markers
    )
    #expect(problems.map { $0.text(in: .english) } == [])
  }
}
