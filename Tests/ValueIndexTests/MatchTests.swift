import Testing
import ValueIndex
import Values

/// A mention in a question and the name it must find first.
struct Mention: CustomTestStringConvertible, Sendable {
  let question: String
  let words: String
  let dimension: Int
  let name: String
  let quality: Quality
  let total: Int

  init(
    _ question: String,
    _ words: String,
    _ dimension: Int,
    _ name: String,
    _ quality: Quality,
    total: Int = 1
  ) {
    self.question = question
    self.words = words
    self.dimension = dimension
    self.name = name
    self.quality = quality
    self.total = total
  }

  var testDescription: String { question }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let tokens = Shop.tokens(question)
    let matches = Shop.matches(question)
    let match = try #require(
      matches.first {
        $0.dimension == dimension && tokens[$0.tokens].joined(separator: " ") == words
      },
      "found \(matches)",
      sourceLocation: sourceLocation
    )
    #expect(match.candidates.first?.name == name, sourceLocation: sourceLocation)
    #expect(match.quality == quality, sourceLocation: sourceLocation)
    #expect(match.total == total, sourceLocation: sourceLocation)
    #expect(match.candidates.first?.score == match.score, sourceLocation: sourceLocation)
  }
}

@Suite struct MatchTests {
  @Test(
    "A whole name is exact whatever its accents, hyphens, elisions and symbols",
    arguments: [
      Mention("ventes de Gérard Lefèvre", "gerard lefevre", 2, "Gérard Lefèvre", .exact),
      Mention("ventes de gerard lefevre", "gerard lefevre", 2, "Gérard Lefèvre", .exact),
      Mention("GÉRARD LEFÈVRE", "gerard lefevre", 2, "Gérard Lefèvre", .exact),
      Mention("client Emilie Oeuvrard", "emilie oeuvrard", 2, "Émilie Œuvrard", .exact),
      Mention("jean francois cote", "jean francois cote", 2, "Jean-François Côté", .exact),
      Mention("à Saint Etienne", "saint etienne", 3, "Saint-Étienne", .exact),
      Mention("ventes à l'isle-adam", "l' isle - adam", 3, "L'Isle-Adam", .exact),
      Mention("sales in New York City", "new york city", 3, "New York City", .exact),
      Mention("stock de post-it notes", "post - it notes", 1, "Post-it® Notes", .exact),
      Mention("ventes de l'oréal", "l' oreal", 6, "L'Oréal", .exact),
      Mention("sales of Smith's", "smith ' s", 6, "Smith's", .exact),
      Mention("ventes au Mans, le Mans", "le mans", 3, "Le Mans", .exact),
      Mention("stock du vase bleu", "vase bleu", 1, "Vase bleu", .exact),
      Mention("sales of 3M", "3m", 6, "3M", .exact),
      Mention("duran duran orders", "duran duran", 2, "Duran Duran", .exact),
    ]
  )
  func whole(_ mention: Mention) throws {
    try mention.check()
  }

  @Test(
    "Singular and plural name the same thing",
    arguments: [
      Mention("ventes de chaise", "chaise", 4, "Chaises", .plural),
      Mention("ventes de journal", "journal", 4, "Journaux", .plural),
      Mention("ventes de journaux", "journaux", 1, "Journal", .plural),
      Mention("sales of battery", "battery", 4, "Batteries", .plural),
      Mention("vases bleus", "vases bleus", 1, "Vase bleu", .plural),
      Mention("office supply sales", "office supply", 4, "Office Supplies", .plural),
    ]
  )
  func plurals(_ mention: Mention) throws {
    try mention.check()
  }

  @Test(
    "Words of a name are enough to find it",
    arguments: [
      Mention(
        "sales of global troy executive",
        "global troy executive",
        1,
        "Global Troy Executive Leather Low-Back Tilter",
        .allTokens
      ),
      Mention("ventes de lefevre", "lefevre", 2, "Gérard Lefèvre", .allTokens, total: 2),
      Mention("ventes Canon", "canon", 1, "Canon PC1060 Copier", .allTokens, total: 2),
      Mention("lefevre gerard", "lefevre gerard", 2, "Gérard Lefèvre", .allTokens),
      Mention("stock pot fleurs", "pot fleurs", 1, "Pot de fleurs", .allTokens),
      Mention("pots à fleurs", "pots a fleurs", 1, "Pot de fleurs", .plural),
      Mention(
        "canon copier 2200",
        "canon copier 2200",
        1,
        "Canon imageCLASS 2200 Advanced Copier",
        .allTokens
      ),
      Mention("stock imprim", "imprim", 1, "Imprimante laser", .prefix),
      Mention("ventes de techno", "techno", 4, "Technology", .prefix),
    ]
  )
  func partial(_ mention: Mention) throws {
    try mention.check()
  }

  @Test(
    "Slips of the finger are corrected",
    arguments: [
      Mention("sean miler", "sean miler", 2, "Sean Miller", .typo, total: 2),
      Mention("gerrad lefevre", "gerrad lefevre", 2, "Gérard Lefèvre", .typo),
      Mention("ventes à pariis", "pariis", 3, "Paris", .typo),
      Mention("ventes à pairs", "pairs", 3, "Paris", .typo),
      Mention("technologie", "technologie", 4, "Technology", .typo),
      Mention("ventes de lefebvre", "lefebvre", 2, "Gérard Lefèvre", .partialTypo, total: 2),
      Mention(
        "global troi executive",
        "global troi executive",
        1,
        "Global Troy Executive Leather Low-Back Tilter",
        .partialTypo
      ),
      Mention("paperpro stapler", "paperpro stapler", 1, "Paper Pro Stapler", .typo),
      Mention("paper pro", "paper pro", 6, "Paperpro", .typo),
      Mention("terreau 10kg", "terreau 10kg", 1, "Sac de terreau 10 kg", .allTokens),
    ]
  )
  func typos(_ mention: Mention) throws {
    try mention.check()
  }

  @Test(
    "References match across hyphens",
    arguments: [
      "CA-2015-161046", "ca 2015 161046", "CA2015161046", "orders ca-2015-161046",
    ]
  )
  func references(_ question: String) throws {
    let match = try #require(Shop.matches(question).first)
    #expect(match.quality == .exact)
    #expect(match.candidates.map(\.name) == ["CA-2015-161046"])
  }

  @Test(
    "A wrong reference or a number alone matches nothing",
    arguments: [
      "CA-2015-161047", "CA 2018", "2018", "5", "10", "orders 161047", "ca 20 15161046",
    ]
  )
  func wrongReferences(_ question: String) {
    let matches = Shop.matches(question, known: ["ca"])
    #expect(matches.isEmpty, "\(matches)")
  }

  @Test("The long number of a reference is enough")
  func numberOfReference() throws {
    let match = try #require(Shop.matches("orders 161046").first)
    #expect(match.candidates.map(\.name) == ["CA-2015-161046"])
    #expect(match.quality == .allTokens)
  }

  @Test(
    "Common and small words alone match nothing",
    arguments: ["pro", "de", "le", "la", "the", "ventes de la", "kit", "s"]
  )
  func smallWords(_ question: String) {
    #expect(Shop.matches(question).isEmpty)
  }
}
