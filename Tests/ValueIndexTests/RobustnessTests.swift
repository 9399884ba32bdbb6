import SeedSupport
import Testing
import ValueIndex
import Values

@Suite struct RobustnessTests {
  @Test("An empty index finds nothing, and reads back")
  func empty() throws {
    let index = ValueIndex(names: [])
    #expect(index.count == 0)
    #expect(index.matches(in: ["paris"]).isEmpty)
    #expect(index.lookup(["paris"], dimension: 1).isEmpty)
    #expect(index.suggestions(for: ["paris"], dimension: nil, count: 3).isEmpty)
    #expect(try ValueIndex(bytes: index.bytes).count == 0)
  }

  @Test("Names without a letter or digit, and empty ones, are kept and match nothing")
  func blank() {
    let index = ValueIndex(names: Shop.list(1, ["", " - ", "®", "Paris"]))
    #expect(index.count == 4)
    #expect(index.matches(in: ["-"]).isEmpty)
    #expect(index.matches(in: [""]).isEmpty)
    #expect(index.matches(in: []).isEmpty)
    #expect(index.matches(in: ["paris"]).count == 1)
  }

  @Test("Tokens after the two-hundredth are ignored")
  func long() {
    let filler = Array(repeating: "xyzzy", count: ValueIndex.tokenLimit - 1)
    #expect(Shop.index.matches(in: filler + ["paris"]).count == 1)
    #expect(Shop.index.matches(in: filler + ["xyzzy", "paris"]).isEmpty)
  }

  @Test("A word said again and again does not make a mention longer")
  func repeated() {
    let names = (0..<3_000).map { place in
      IndexedName(dimension: 1, key: .integer(place), name: "Canon copier \(place)")
    }
    let index = ValueIndex(names: names)
    let words = Array(repeating: ["canon", "copier"], count: 100).flatMap(\.self)
    #expect(index.matches(in: words).allSatisfy { $0.tokens.count == 2 })
  }

  @Test("Words of other scripts are found as written")
  func scripts() {
    let index = ValueIndex(names: Shop.list(1, ["Москва", "東京 タワー", "Ελλάδα"]))
    #expect(index.matches(in: ["москва"]).first?.quality == .exact)
    #expect(index.matches(in: ["東京", "タワー"]).first?.quality == .exact)
    #expect(index.matches(in: [Fold.fold("Ελλάδα")]).first?.quality == .exact)
  }

  @Test("A name longer than the longest kept is found by its first words")
  func veryLongName() {
    let name = (0..<300).map { "mot\($0)" }.joined(separator: " ")
    let index = ValueIndex(names: Shop.list(1, [name, "autre"]))
    #expect(index.matches(in: ["mot3", "mot4", "mot5"]).first?.total == 1)
  }

  @Test("Every kind of key comes back")
  func keys() throws {
    let keys: [Value] = [.null, .integer(-5), .real(2.5), .text("clé"), .text("Paris")]
    let names = keys.map { IndexedName(dimension: 0, key: $0, name: "Paris") }
    let match = try #require(ValueIndex(names: names).matches(in: ["paris"]).first)
    #expect(Set(match.candidates.map(\.key)) == Set(keys))
  }

  @Test("The order names come in leaves no trace in the answers")
  func determinism() {
    var generator = SplitMix64(seed: 7)
    let questions = [
      "lefevre", "canon", "sean miler", "global", "ventes de chaise", "copier gerard paris",
      "ca 161046",
    ]
    for _ in 0..<5 {
      let shuffled = ValueIndex(names: Shop.names.shuffled(using: &generator))
      for question in questions {
        let tokens = Shop.tokens(question)
        #expect(shuffled.matches(in: tokens) == Shop.index.matches(in: tokens))
        #expect(
          shuffled.suggestions(for: tokens, dimension: nil, count: 5)
            == Shop.index.suggestions(for: tokens, dimension: nil, count: 5)
        )
      }
    }
  }

  @Test("The same names make the same bytes")
  func sameBytes() {
    #expect(ValueIndex(names: Shop.names).bytes == Shop.index.bytes)
  }
}
