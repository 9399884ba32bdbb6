import SQLiteStore
import Testing
import Values

@testable import Commands

@Suite("The first screen of the chat")
struct WelcomeTests {
  private let home: TemporaryHome

  private static let openers = [
    LocalizedText(
      french: "quantité retournée par produit",
      english: "returned quantity by product"
    ),
    LocalizedText(french: "chiffre d'affaires en 1999", english: "revenue in 1999"),
    LocalizedText(french: "chiffre d'affaires en 2024", english: "revenue in 2024"),
    LocalizedText(french: "liste des produits", english: "list of products"),
    LocalizedText(french: "recettes par catégorie", english: "takings by category"),
    LocalizedText(french: "recettes par produit", english: "takings by product"),
  ]

  init() throws { home = try TemporaryHome() }

  private func lines(
    _ tongue: Tongue,
    statements: String = "",
    name: String = "changed.db",
    openers: [LocalizedText] = WelcomeTests.openers,
    patience: Duration = .seconds(60),
    cancellation: Cancellation = Cancellation()
  ) throws -> [String] {
    let knowledge = try Knowledge.load(Home(path: home.path))
    let database = try Database.open(
      home.makeDatabase(name, changedBy: statements),
      knowledge: knowledge,
      folder: .none,
      asOf: CalendarDay(iso: "2024-03-31")
    )
    let text = Welcome(
      assistant: database.assistant(knowledge),
      owner: database.owner ?? "shop.db",
      openers: openers,
      tongue: tongue,
      patience: patience,
      cancellation: cancellation
    ).text
    return text.split(separator: "\n").map(String.init)
  }

  @Test("whose data, until when, what today is, and three questions that have something to tell")
  func english() throws {
    #expect(
      try lines(.english) == [
        "Optiflow — shop.db", "Sales until 20 February 2024; \"today\" is 31 March 2024.",
        "For example:", "  revenue in 2024", "  list of products", "  takings by category",
        "/help for help, Ctrl-D to leave.",
      ]
    )
  }

  @Test("the same in French")
  func french() throws {
    #expect(
      try lines(.french) == [
        "Optiflow — shop.db",
        "Ventes jusqu'au 20/02/2024\u{202F}; « aujourd'hui » est le 31/03/2024.",
        "Par exemple\u{202F}:", "  chiffre d'affaires en 2024", "  liste des produits",
        "  recettes par catégorie", "/aide pour l'aide, Ctrl-D pour quitter.",
      ]
    )
  }

  @Test("the database says whose it is, without steering the terminal")
  func owner() throws {
    let statements = """
      CREATE TABLE system_metadata (key TEXT, value TEXT);
      INSERT INTO system_metadata VALUES ('company', 'Comptoir' || char(27) || ' Hexagone');
      """
    #expect(try lines(.french, statements: statements)[0] == "Optiflow — Comptoir  Hexagone")
  }

  @Test("an empty shop: nothing to tell, and no sales")
  func empty() throws {
    let emptied = "DELETE FROM sales_history; DELETE FROM products;"
    #expect(
      try lines(.english, statements: emptied) == [
        "Optiflow — shop.db", "No dated sales; \"today\" is 31 March 2024.",
        "/help for help, Ctrl-D to leave.",
      ]
    )
  }

  @Test("what was picked by a condition is worth telling although its figure is zero")
  func zeroes() throws {
    try home.write(
      """
      kind: segment
      name: unsold
      entity: product
      where: "revenue <= 0"
      showing: [revenue]
      label:
        fr: {one: produit invendu, many: produits invendus, gender: m}
        en: {one: unsold product, many: unsold products}
      description: {fr: "Un produit sans recettes.", en: "A product without takings."}
      synonyms: {fr: [invendu], en: [unsold]}
      """,
      to: "corpus/segments/unsold.yaml"
    )
    let openers = [LocalizedText(french: "produits invendus", english: "unsold products")]
    let emptied = "UPDATE sales_history SET quantity = 0"
    #expect(
      try lines(.english, statements: emptied, openers: openers).contains("  unsold products")
    )
    #expect(try !lines(.english, name: "sold.db", openers: openers).contains("  unsold products"))
  }

  @Test("neither a slow database nor one that is interrupted keeps the prompt waiting")
  func impatience() throws {
    #expect(try lines(.english, patience: .zero).count == 3)
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(try lines(.english, name: "other.db", cancellation: cancellation).count == 3)
  }
}
