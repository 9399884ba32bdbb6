import Testing
import ValueIndex
import Values

@Suite struct MatchRuleTests {
  @Test("Names that are the same under different keys are both returned")
  func duplicates() throws {
    let match = try #require(Shop.matches("orders of sean miller").first)
    #expect(match.total == 2)
    #expect(match.candidates.map(\.key) == [.integer(202), .integer(210)])
    #expect(match.candidates.allSatisfy { $0.score == 1 && $0.coverage == 1 })
  }

  @Test("A thousand namesakes are counted and eight are shown")
  func manyDuplicates() throws {
    let names = (0..<1_000).map {
      IndexedName(dimension: 1, key: .integer($0), name: $0 % 2 == 0 ? "Jean Côté" : "jean cote")
    }
    let match = try #require(ValueIndex(names: names).matches(in: ["jean", "cote"]).first)
    #expect(match.total == 1_000)
    #expect(match.candidates.count == ValueIndex.candidateLimit)
  }

  @Test("One mention fits one dimension wholly and another partly, the whole first")
  func twoDimensions() {
    let matches = Shop.matches("ventes de chaise")
    #expect(matches.map(\.dimension) == [Shop.category, Shop.product])
    #expect(matches.map(\.quality) == [.plural, .allTokens])
    #expect(matches.allSatisfy { $0.tokens == 2..<3 })
  }

  @Test("Longer mentions come first and hide what is inside them")
  func order() {
    let matches = Shop.matches("sales of global troy executive in paris")
    #expect(matches.first?.tokens == 2..<5)
    #expect(matches.filter { $0.dimension == Shop.product }.count == 1)
    #expect(matches.contains { $0.dimension == Shop.city && $0.quality == .exact })
    for (left, right) in zip(matches, matches.dropFirst()) {
      #expect(left.tokens.count >= right.tokens.count)
    }
  }

  @Test("Several names in one question are all found")
  func several() {
    let matches = Shop.matches("compare vase bleu et miroir rond à paris pour sean miller")
    let whole = Set(
      matches.filter { $0.quality == .exact }.compactMap { $0.candidates.first?.name }
    )
    #expect(whole == ["Vase bleu", "Miroir rond", "Paris", "Sean Miller"])
  }

  @Test("A known word is neither corrected nor a partial name, but a whole name it may be")
  func known() {
    #expect(!Shop.matches("canon").isEmpty)
    #expect(Shop.matches("canon", known: ["canon"]).isEmpty)
    #expect(!Shop.matches("pariis").isEmpty)
    #expect(Shop.matches("pariis", known: ["pariis"]).isEmpty)
    #expect(Shop.matches("paris", known: ["paris"]).map(\.quality) == [.exact])
    #expect(Shop.matches("chaises", known: ["chaises"]).map(\.quality) == [.exact])
    #expect(Shop.matches("chaise", known: ["chaise"]).map(\.quality) == [.plural])
  }

  @Test("A known word at the end of a mention is kept and left out, for the caller to choose")
  func trimmed() {
    let spans = Shop.matches("canon copier", known: ["copier"]).filter { $0.dimension == 1 }
    #expect(spans.map(\.tokens) == [0..<2, 0..<1])
  }

  @Test(
    "No edits allowed, none made",
    arguments: [("sean miler", 1), ("lefebre", 1), ("pariis", 1)]
  )
  func noEdits(_ question: String, _ edits: Int) {
    let tokens = Shop.tokens(question)
    let without = Shop.index.matches(in: tokens, options: MatchOptions(maxEdits: 0))
    #expect(without.allSatisfy { $0.quality < .typo })
    let with = Shop.index.matches(in: tokens, options: MatchOptions(maxEdits: edits))
    #expect(with.contains { $0.quality >= .typo })
  }

  @Test("Short words are not corrected, and eight letters are needed for two edits")
  func lengths() {
    #expect(Shop.matches("hq").isEmpty)
    #expect(Shop.matches("parus").first?.quality == .typo)
    #expect(Shop.matches("perus").isEmpty)
    #expect(Shop.matches("tehcnologi").isEmpty == false)
  }

  @Test("Only the dimensions asked for are looked in")
  func dimensions() {
    let options = MatchOptions(dimensions: [Shop.category])
    let matches = Shop.index.matches(in: ["chaise", "paris"], options: options)
    #expect(matches.map(\.dimension) == [Shop.category])
  }

  @Test("Coverage is the share of the name's weight, 1 when only small words are missing")
  func coverage() throws {
    let partial = try #require(Shop.matches("canon copier 2200").first?.candidates.first)
    #expect(partial.coverage > 0.4 && partial.coverage < 0.8)
    let whole = try #require(Shop.matches("pot fleurs").first?.candidates.first)
    #expect(whole.coverage == 1)
    #expect(whole.score < 1)
  }

  @Test("A word that half of the names share is not a name by itself")
  func common() {
    let names = Shop.list(1, (0..<40).map { "Entrepôt \($0 % 2 == 0 ? "Nord" : "Sud") \($0)" })
    let index = ValueIndex(names: names)
    #expect(index.matches(in: ["entrepot"]).isEmpty)
    #expect(index.matches(in: ["entrepot", "nord", "12"]).first?.quality == .exact)
  }
}
