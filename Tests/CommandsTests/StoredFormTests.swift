import Language
import SemanticModel
import Synchronization
import Testing
import Values

@testable import Interpretation

@Suite("Stored forms of the words")
struct StoredFormTests {
  private static let groups = [
    (french: ["chaise", "chaises de bureau"], english: ["Chairs", "office chairs"]),
    (french: ["dépôt"], english: ["warehouse", "chairs"]),
  ]

  private static let entries = [
    LexicalEntry(phrase: "taux de marge", tongue: .french, meaning: .metric("rate"), role: .noun),
    LexicalEntry(phrase: "margin rate", tongue: .english, meaning: .metric("rate"), role: .noun),
    LexicalEntry(phrase: "écus", tongue: .french, meaning: .dimension("coin"), role: .weak),
  ]

  @Test("translations go both ways, by canonical words, the plainest first")
  func translations() {
    let table = TranslationTable(Self.groups)
    #expect(table["chaise"] == ["chairs", "office chairs", "chaises de bureau"])
    #expect(
      table["chair"] == ["chaise", "chaises de bureau", "office chairs", "depot", "warehouse"]
    )
    #expect(table["office chair"] == ["chaise", "chaises de bureau", "chairs"])
    #expect(table["table"] == nil)
    #expect(table[""] == nil)
    #expect(TranslationTable.empty["chaise"] == nil)
  }

  @Test("a stored table of translations is the same, and belongs to one corpus")
  func storedTranslations() throws {
    let table = TranslationTable(Self.groups)
    let bytes = table.bytes(key: 7)
    let copy = try #require(TranslationTable(bytes: bytes, key: 7))
    for phrase in ["chaise", "chaise de bureau", "depot", "chair", "warehouse", "nothing"] {
      #expect(copy[phrase] == table[phrase])
    }
    #expect(TranslationTable(bytes: bytes, key: 8) == nil)
  }

  @Test("a stored lexicon finds the same phrases")
  func storedLexicon() throws {
    let lexicon = Lexicon(Self.entries)
    let copy = try #require(Lexicon(bytes: lexicon.bytes(key: 7), key: 7))
    #expect(copy.bytes(key: 7) == lexicon.bytes(key: 7))
    for phrase in ["taux de marge", "taux marge", "margin rate", "écus"] {
      let words = Lexer.tokens(of: phrase).map { CanonicalWord.of($0) }
      let hits = copy.hits(in: words, at: 0)
      #expect(!hits.isEmpty && hits.allSatisfy { $0.tokens == 0..<words.count })
      #expect(hits.map(\.senses) == lexicon.hits(in: words, at: 0).map(\.senses))
    }
    #expect(!copy.contains("rien"))
    #expect(Lexicon(bytes: lexicon.bytes(key: 7), key: 8) == nil)
  }

  @Test("damaged bytes never trap")
  func damaged() {
    for bytes in [TranslationTable(Self.groups).bytes(key: 7), Lexicon(Self.entries).bytes(key: 7)]
    {
      for index in bytes.indices {
        for change in [UInt8(1), 0x80, 0xFF] {
          var altered = bytes
          altered[index] ^= change
          _ = TranslationTable(bytes: altered, key: 7)?["chaise"]
          _ = Lexicon(bytes: altered, key: 7)?.hits(in: ["tau", "marge"], at: 0)
        }
        let cut = Array(bytes.prefix(index))
        #expect(TranslationTable(bytes: cut, key: 7) == nil)
        #expect(Lexicon(bytes: cut, key: 7) == nil)
      }
    }
  }

  @Test("what is deferred is made once, and only when asked for")
  func deferred() {
    let count = Mutex(0)
    let deferred = Deferred {
      count.withLock { count in
        count += 1
        return count
      }
    }
    #expect(count.withLock { $0 } == 0)
    #expect(deferred.content == 1)
    #expect(deferred.content == 1)
    #expect(Deferred(made: 3).content == 3)
  }
}
