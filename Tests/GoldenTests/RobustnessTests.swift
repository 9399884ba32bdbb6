import SeedSupport
import Assistant
import Corpus
import SemanticModel
import Testing
import Values

@testable import Commands

@Suite("Whatever is typed, there is an answer, a question or a refusal")
struct RobustnessTests {
  /// Texts that ask for nothing that can be known.
  static let hopeless: [String] = [
    "", "   ", "\n\t", "🙂", "🙂🙃 👩‍👩‍👧‍👦 🇫🇷", "?", "???!!!", "…", "-", "«»", "''", "\"", "\\", "\u{0}",
    "\u{7}\u{8}\u{1B}[31m",
    "\u{202E}\u{200B}\u{FEFF}", "e\u{301}\u{301}\u{301}", "%s%n%x", "${HOME}", "../../etc/passwd",
    "1 = 1", "NULL",
    "' OR '1'='1", "blorf zibble frop",
    "asdf qwer zxcv", "wibble", "9999999999999999999999999999", "-1e400", "日本語の売上",
    "продажи по месяцам",
  ]

  @Test("What cannot be understood is refused", arguments: hopeless)
  func refused(question: String) throws {
    for tongue in [Tongue.french, .english, nil] {
      let answer = try DemoAssistant.ask(question, in: tongue)
      #expect(answer.status == .refused, "\(answer.query?.description ?? "–")")
      #expect(answer.sql == nil)
      #expect(answer.rows.isEmpty)
      #expect(answer.id.count == 16)
    }
  }

  @Test(
    "A word that nothing explains is named, however much else is understood",
    arguments: [
      ("ventes de zorglub", "zorglub"), ("CA par frobnicateur en 2025", "frobnicateur"),
      ("revenue of blorf in 2025", "blorf"), ("stock in Zibbleland", "Zibbleland"),
      ("chiffre d'affaires zorglub", "zorglub"), ("blorf zibble frop", "blorf"),
    ]
  )
  func named(question: String, word: String) throws {
    let answer = try DemoAssistant.ask(question)
    #expect(answer.status == .refused, "\(answer.query?.description ?? "–")")
    #expect(answer.unexplained.contains { $0.contains(word) }, "\(answer.unexplained)")
  }

  @Test(
    "SQL in a name stays outside of the SQL",
    arguments: [
      "CA du produit x'; DROP TABLE products;--", "revenue of \"x\"; DELETE FROM sales_history",
      "ventes de 'Climatiseur' OR 1=1", "stock where name = 'a' UNION SELECT 1",
    ]
  )
  func injection(question: String) throws {
    let answer = try DemoAssistant.ask(question)
    #expect(answer.status != .error)
    for word in ["DROP", "DELETE", "1=1", "UNION SELECT 1"] {
      #expect(answer.sql?.contains(word) != true)
    }
    #expect(
      try DemoAssistant.ask("Combien de produits avons-nous ?").rows.first?.first?.number ?? 0 > 0
    )
  }

  @Test("A question over the limit is refused whole, one at the limit is read")
  func long() throws {
    let limit = Assistant.longestQuestion
    for text in [
      String(repeating: "a", count: limit + 1), String(repeating: "é", count: limit),
      String(repeating: "CA par mois ", count: 1_000),
      String(repeating: "🙂", count: 40_000),
    ] {
      #expect(try DemoAssistant.ask(text).reason == .tooLong(limit: limit))
    }
    for text in [
      String(repeating: "a", count: limit), String(repeating: "CA ", count: limit / 3),
      String(repeating: "( ", count: limit / 2), String(repeating: "1", count: limit),
      String(repeating: "zorg ", count: limit / 5),
      String(repeating: "'", count: limit),
    ] {
      #expect(try DemoAssistant.ask(text).status != .error)
    }
  }

  @Test(
    "Control characters and odd blanks inside a question do not change what it asks",
    arguments: [
      "Quel est le chiffre\u{A0}d’affaires de\u{202F}2025 ?",
      "  quel est le   CHIFFRE D'AFFAIRES de 2025  ",
      "Quel est le chiffre d'affaires de 2025 ?\r\n", "Quel est le chiffre d`affaires de 2025",
      "Quel est le chiffre d'affaires de 2025 🙂 ?",
    ]
  )
  func blanks(question: String) throws {
    let plain = try DemoAssistant.ask("Quel est le chiffre d'affaires de 2025 ?")
    let answer = try DemoAssistant.ask(question)
    #expect(plain.status == .answered)
    #expect(answer.sql == plain.sql)
    #expect(answer.parameters == plain.parameters)
  }

  @Test(
    "An order to write is refused",
    arguments: [
      "Supprime tous les produits", "Delete all sales", "Mets le prix du climatiseur à 10",
      "Update the stock to 0",
      "drop table products", "x'; DROP TABLE products;--", "\"; DELETE FROM sales_history; --",
    ]
  )
  func writing(question: String) throws {
    let answer = try DemoAssistant.ask(question)
    #expect(answer.status == .refused, "\(answer.query?.description ?? "–")")
    #expect(answer.sql == nil)
  }

  @Test("The same question gives the same answer and the same id")
  func determinism() throws {
    for page in GoldenPages.all.prefix(8) {
      let one = try DemoAssistant.ask(page.french)
      let other = try DemoAssistant.ask(page.french)
      #expect(one.id == other.id)
      #expect(one.sql == other.sql)
      #expect(one.rows == other.rows)
    }
    let ids = try GoldenPages.all.map { try DemoAssistant.ask($0.french).id }
    #expect(Set(ids).count == ids.count)
  }

  @Test("Random words of the corpus never trap and never give broken SQL", arguments: 1...10)
  func soup(seed: Int) throws {
    let entries = try DemoAssistant.knowledge.get().corpus.entries.map(\.phrase)
    let glue = [
      "par", "by", "et", "and", "de", "of", "en 2025", "in 2025", "12", "plus de 5", "sauf",
      "jamais", "top 3", "?", "mois", "'", "Bretagne",
    ]
    var random = SplitMix64(seed: UInt64(seed))
    for number in 1...50 {
      let words = (0...random.below(7)).map { _ in
        random.below(3) == 0 ? glue[random.below(glue.count)] : entries[random.below(entries.count)]
      }
      let question = words.joined(separator: " ")
      let answer = try DemoAssistant.ask(question)
      #expect(
        answer.status != .error,
        "seed \(seed), question \(number): \(question)\n\(answer.query?.description ?? "–")"
      )
      // A lesson asks back by itself.
      if case .lesson = answer.talk { continue }
      #expect((answer.status == .answered) == (answer.reason == nil), "\(question)")
      guard answer.status == .clarification, answer.reason != .nothingBefore else { continue }
      #expect(answer.choices.count > 1, "\(question)")
    }
  }
}
