import Testing
import Values

@testable import SemanticModel

@Suite("Joins take the one shortest way")
struct JoinPathTests {
  /// A model with datasets joined as the pairs say: name → (relationship, target).
  private func model(_ joins: [String: [(String, String)]]) -> SemanticModel {
    let names = Set(joins.keys).union(joins.values.flatMap { $0.map(\.1) })
    let datasets = names.map { name in
      Dataset(
        name: name,
        table: name,
        kind: .entity,
        primaryKey: "id",
        time: nil,
        relationships: (joins[name] ?? []).map {
          Dataset.Relationship(name: $0.0, target: $0.1, from: $0.0 + "_id", key: "id")
        },
        filter: nil,
        label: LocalizedText(french: name, english: name)
      )
    }
    return SemanticModel(
      datasets: datasets,
      dimensions: [],
      metrics: [],
      segments: [],
      analyses: []
    )
  }

  @Test("No way is needed to where one is")
  func itself() throws {
    #expect(try model(["a": [("b", "b")]]).joinPath(from: "a", to: "a") == [])
  }

  @Test("The direct join wins over the detour")
  func shortest() throws {
    let model = model([
      "sale": [("order", "order"), ("customer", "customer")], "order": [("buyer", "customer")],
    ])
    #expect(try model.joinPath(from: "sale", to: "customer") == ["customer"])
    #expect(try model.joinPath(from: "sale", to: "order") == ["order"])
  }

  @Test("A chain is followed to its end")
  func chain() throws {
    let model = model(["a": [("x", "b")], "b": [("y", "c")], "c": [("z", "d"), ("back", "a")]])
    #expect(try model.joinPath(from: "a", to: "d") == ["x", "y", "z"])
  }

  @Test("Two equally short ways are an error", arguments: [false, true])
  func ambiguous(isLong: Bool) {
    let model =
      isLong
      ? model(["a": [("l", "b"), ("r", "c")], "b": [("t", "d")], "c": [("t", "d")]])
      : model(["a": [("from", "d"), ("to", "d")]])
    #expect(throws: SemanticModel.JoinProblem.ambiguous(from: "a", to: "d")) {
      try model.joinPath(from: "a", to: "d")
    }
  }

  @Test("Joins are many-to-one: the other way round there is none")
  func unreachable() {
    let model = model(["sale": [("product", "product")]])
    #expect(throws: SemanticModel.JoinProblem.unreachable(from: "product", to: "sale")) {
      try model.joinPath(from: "product", to: "sale")
    }
  }

  @Test("A way that the database lacks is not taken, which settles an ambiguity")
  func usable() throws {
    let model = model(["a": [("from", "d"), ("to", "d")]])
    #expect(
      try model.joinPath(from: "a", to: "d") { _, relationship in relationship.name == "to" } == [
        "to"
      ]
    )
    #expect(throws: SemanticModel.JoinProblem.unreachable(from: "a", to: "d")) {
      try model.joinPath(from: "a", to: "d") { _, _ in false }
    }
  }

  @Test("A metric made of others reads the datasets of all of them")
  func datasets() throws {
    func metric(_ name: String, _ dataset: String?, _ formula: String) throws -> Metric {
      let text = LocalizedText(french: name, english: name)
      return Metric(
        name: name,
        dataset: dataset,
        expression: try ExpressionParser.parse(formula),
        unit: .number,
        better: .neutral,
        emptyIsZero: false,
        noun: Noun(singular: text, plural: text, isFeminine: false),
        description: text
      )
    }
    let model = SemanticModel(
      datasets: [],
      dimensions: [],
      metrics: [
        try metric("sold", "sales", "sum(quantity)"),
        try metric("returned", "returns", "sum(quantity)"),
        try metric("rate", nil, "returned / sold"), try metric("double", nil, "rate * 2"),
        try metric("loop", nil, "loop + 1"),
      ],
      segments: [],
      analyses: []
    )
    #expect(model.datasets(ofMetric: "double") == ["returns", "sales"])
    #expect(model.datasets(ofMetric: "sold") == ["sales"])
    #expect(model.datasets(ofMetric: "loop").isEmpty)
    #expect(model.datasets(ofMetric: "absent").isEmpty)
  }
}
