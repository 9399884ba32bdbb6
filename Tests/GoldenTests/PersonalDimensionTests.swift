import Corpus
import SemanticModel
import Testing

@testable import Commands

/// What leads to a person is marked in corpus/, where no language model sees it.
@Suite("Persons are nobody else's business")
struct PersonalDimensionTests {
  /// Tables with a row a person.
  private static let personTables: Set<String> = ["customers"]
  /// Tables of companies, places and things, whose names are no person's.
  private static let plainTables: Set<String> = [
    "products", "suppliers", "warehouses", "learned_events", "optiflow_last_steps",
    "optiflow_event_effects",
  ]
  /// Parts of columns' names that lead to a person, in whatever table.
  private static let telling = [
    "email", "e_mail", "mail", "phone", "mobile", "tel", "fax", "address", "street", "postcode",
    "zip", "user", "contact", "author", "first_name", "last_name", "surname", "created_by",
    "resolved_by", "birth", "iban", "owner", "agent", "employee",
  ]

  /// Table and column of each field that a dimension shows or is told apart by.
  private static func columns(_ dimension: Dimension, _ model: SemanticModel) -> [(String, String)]
  {
    let own = [(dimension.dataset, dimension.key), (dimension.dataset, dimension.label)]
    let others = dimension.overrides.flatMap { dataset, field in
      [(dataset, field.key), (dataset, field.label)]
    }
    return (own + others).flatMap { dataset, formula in
      formula.allNames.compactMap { path -> (String, String)? in
        var home = model.datasets[dataset]
        for step in path.dropLast() {
          let way = home?.relationships.first { $0.name == step }
          home = way.flatMap { model.datasets[$0.target] }
        }
        guard let home, let column = path.last else { return nil }
        return (home.table, column)
      }
    }
  }

  private static func isPersonal(table: String, column: String) -> Bool {
    let parts = column.split(separator: "_").map(String.init)
    if column == "name" { return personTables.contains(table) }
    return telling.contains { word in parts.contains(word) || column == word }
  }

  @Test(
    "Every dimension that shows a name, an address or a number of a person is marked, and no other"
  )
  func marked() throws {
    let model = try DemoAssistant.knowledge.get().corpus.model
    var checked: Set<String> = []
    for dimension in model.dimensions.values {
      let columns = Self.columns(dimension, model)
      let isOfPersons = columns.contains { Self.isPersonal(table: $0.0, column: $0.1) }
      #expect(dimension.isPersonal == isOfPersons, "\(dimension.name): \(columns)")
      for (table, column) in columns where column == "name" {
        // A table nobody has looked at yet: is its name a person's?
        #expect(
          Self.personTables.union(Self.plainTables).contains(table),
          "\(dimension.name) shows the name of a row of \(table)"
        )
        checked.insert(table)
      }
    }
    #expect(checked.isSuperset(of: ["customers", "products", "suppliers"]))
    let marked = model.dimensions.values.filter(\.isPersonal).map(\.name).sorted()
    #expect(marked == ["customer", "email", "movement_user"])
  }
}
