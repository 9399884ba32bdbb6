import Testing
import Values

@testable import Presentation

@Suite struct GrammarTests {
  @Test(arguments: [
    (
      NounPhrase("chiffre d'affaires"), "le chiffre d'affaires", "du chiffre d'affaires",
      "au chiffre d'affaires"
    ),
    (NounPhrase("marge", isFeminine: true), "la marge", "de la marge", "à la marge"),
    (NounPhrase("écart"), "l'écart", "de l'écart", "à l'écart"),
    (NounPhrase("heure", isFeminine: true), "l'heure", "de l'heure", "à l'heure"),
    (NounPhrase("achats", isPlural: true), "les achats", "des achats", "aux achats"),
  ])
  func `French articles contract and elide`(
    _ noun: NounPhrase,
    _ definite: String,
    _ ofThe: String,
    _ toThe: String
  ) {
    #expect(FrenchGrammar.definite(noun) == definite)
    #expect(FrenchGrammar.ofThe(noun) == ofThe)
    #expect(FrenchGrammar.toThe(noun) == toThe)
  }

  @Test(arguments: [
    (NounPhrase("produit"), "ce produit"), (NounPhrase("entrepôt"), "cet entrepôt"),
    (NounPhrase("alerte", isFeminine: true), "cette alerte"),
    (NounPhrase("clients", isPlural: true), "ces clients"),
  ])
  func `French demonstratives agree`(_ noun: NounPhrase, _ this: String) {
    #expect(FrenchGrammar.this(noun) == this)
  }

  @Test(arguments: [
    ("élevé", "élevé", "élevée", "élevés", "élevées"),
    ("faible", "faible", "faible", "faibles", "faibles"),
    ("premier", "premier", "première", "premiers", "premières"),
    ("ancien", "ancien", "ancienne", "anciens", "anciennes"),
    ("supérieur", "supérieur", "supérieure", "supérieurs", "supérieures"),
  ])
  func `French adjectives agree`(
    _ adjective: String,
    _ one: String,
    _ feminine: String,
    _ many: String,
    _ both: String
  ) {
    func agree(_ isFeminine: Bool, _ isPlural: Bool) -> String {
      FrenchGrammar.agree(
        adjective,
        with: NounPhrase("x", isFeminine: isFeminine, isPlural: isPlural)
      )
    }
    #expect(
      [agree(false, false), agree(true, false), agree(false, true), agree(true, true)] == [
        one, feminine, many, both,
      ]
    )
  }

  @Test func `égal has its own plural`() {
    #expect(FrenchGrammar.equal(NounPhrase("achats", isPlural: true)) == "égaux")
    #expect(FrenchGrammar.equal(NounPhrase("ventes", isFeminine: true, isPlural: true)) == "égales")
  }

  @Test(arguments: [
    ("achats", "achats", true), ("taux de marge", "taux de marge", false), ("mois", "mois", false),
    ("achat", "achats", false),
  ])
  func `nouns alike in both numbers are plural when their head is`(
    _ singular: String,
    _ plural: String,
    _ isPlural: Bool
  ) {
    #expect(FrenchGrammar.isPlural(singular, plural: plural) == isPlural)
  }

  @Test(arguments: [
    ("order", "an order"), ("product", "a product"), ("unit price", "a unit price"),
    ("hour", "an hour"), ("user", "a user"),
  ])
  func `English articles follow the sound`(_ noun: String, _ text: String) {
    #expect(EnglishGrammar.indefinite(noun) == text)
  }

  @Test(arguments: [
    ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a et b", "a and b"),
    (["a", "b", "c"], "a, b et c", "a, b and c"),
  ])
  func `lists end with and`(_ items: [String], _ french: String, _ english: String) {
    #expect(Enumeration.and(items, .french) == french)
    #expect(Enumeration.and(items, .english) == english)
  }

  @Test func `long lists say how many are left, and never hide just one`() {
    #expect(Enumeration.first(2, of: ["a", "b", "c"], .french) == "a, b et c")
    #expect(Enumeration.first(2, of: ["a", "b", "c", "d"], .french) == "a, b et 2 autres")
    #expect(Enumeration.first(2, of: ["a", "b", "c", "d"], .english) == "a, b and 2 others")
  }

  @Test func `the first letter changes case, abbreviations do not`() {
    #expect("évolution".capitalisedFirst == "Évolution")
    #expect("Marge".lowercasedFirst == "marge")
    #expect("CA".lowercasedFirst == "CA")
  }
}
