import Testing
import ValueIndex
import Values

@Suite struct LookupTests {
  @Test(
    "A phrase is looked up in one dimension",
    arguments: [
      ("gérard lefèvre", 2, "Gérard Lefèvre"),
      ("lefevre", 2, "Gérard Lefèvre"),
      ("la chaise", 4, "Chaises"),
      ("newyork city", 3, "New York City"),
      ("technologi", 4, "Technology"),
      ("le mans", 3, "Le Mans"),
    ]
  )
  func lookup(_ phrase: String, _ dimension: Int, _ name: String) {
    let found = Shop.index.lookup(Shop.tokens(phrase), dimension: dimension)
    #expect(found.first?.name == name)
  }

  @Test("A phrase that is not wholly explained finds nothing")
  func unexplained() {
    #expect(Shop.index.lookup(["paris", "xyzzy"], dimension: Shop.city).isEmpty)
    #expect(Shop.index.lookup(["paris"], dimension: Shop.customer).isEmpty)
    #expect(Shop.index.lookup([], dimension: Shop.city).isEmpty)
  }

  @Test("A small word may be a name where the caller says so")
  func smallWord() {
    let index = ValueIndex(names: Shop.list(1, ["LA", "NY"]))
    #expect(index.lookup(["la"], dimension: 1).map(\.name) == ["LA"])
    #expect(index.matches(in: ["la"]).isEmpty)
  }

  @Test(
    "Near names are suggested",
    arguments: [
      ("gerald lefevbre", 2, "Gérard Lefèvre"),
      ("saint ettienne", 3, "Saint-Étienne"),
      ("etageres muralles", 1, "Étagère murale"),
      ("tecnologies", 4, "Technology"),
    ]
  )
  func suggestions(_ mention: String, _ dimension: Int, _ name: String) {
    let tokens = Shop.tokens(mention)
    let found = Shop.index.suggestions(for: tokens, dimension: dimension, count: 3)
    #expect(found.first?.name == name)
    #expect(found.count <= 3)
    #expect(found.allSatisfy { $0.dimension == dimension && $0.likeness <= 1 })
  }

  @Test("Nothing near, nothing suggested")
  func nothingNear() {
    #expect(Shop.index.suggestions(for: ["xyzzyqux"], dimension: nil, count: 5).isEmpty)
    #expect(Shop.index.suggestions(for: ["lefevre"], dimension: nil, count: 0).isEmpty)
  }

  @Test("The names of a dimension are counted")
  func counts() {
    #expect(Shop.index.count(of: Shop.city) == 6)
    #expect(Shop.index.count(of: 99) == 0)
  }
}
