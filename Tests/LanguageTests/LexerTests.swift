import Language
import Testing

@Suite("Lexer")
struct LexerTests {
  @Test(
    "texts are cut into folded tokens",
    arguments: [
      ("Quel est le CA ?", ["quel", "est", "le", "ca", "?"]),
      ("l'été d'hier", ["l'", "ete", "d'", "hier"]),
      ("L’ÉTÉ", ["l'", "ete"]),
      ("jusqu'à aujourd'hui", ["jusqu'", "a", "aujourd'hui"]),
      ("prud'homme", ["prud'homme"]),
      ("lorsqu'il s'agit d'un", ["lorsqu'", "il", "s'", "agit", "d'", "un"]),
      ("today's sales don't", ["today", "'s", "sales", "don't"]),
      ("we haven't, I'll", ["we", "haven't", ",", "i'll"]),
      ("sous-catégorie a-t-il", ["sous", "categorie", "a", "t", "il"]),
      ("CA-2018-161046", ["ca", "-", "2018", "-", "161046"]),
      ("MX611 T1 2e 1er 10k 25kg", ["mx611", "t1", "2e", "1er", "10k", "25kg"]),
      ("12,5 % > 3€", ["12", ",", "5", "%", ">", "3", "€"]),
      ("« cœur » \"x\"", ["\"", "coeur", "\"", "\"", "x", "\""]),
      ("5–10 jours", ["5", "-", "10", "jours"]),
      ("a\u{0}b\tc\u{A0}d", ["a", "b", "c", "d"]),
      ("l'", ["l'"]),
      ("customers' orders", ["customers", "'", "orders"]),
      ("", []),
    ]
  )
  func cuts(text: String, folded: [String]) {
    #expect(Lexer.tokens(of: text).map(\.folded) == folded)
  }

  @Test("ranges point at the bytes each token was read from")
  func ranges() {
    let text = "Où est l'été 2018 ?"
    let bytes = Array(text.utf8)
    for token in Lexer.tokens(of: text) {
      #expect(String(decoding: bytes[token.range], as: UTF8.self) == token.text)
    }
  }

  @Test("a token knows whether a blank stands before it")
  func blanks() {
    #expect(Lexer.tokens(of: "5-day, ok").map(\.spaceBefore) == [true, false, false, false, true])
  }

  @Test("kinds tell digits, words and symbols apart")
  func kinds() {
    #expect(Lexer.tokens(of: "12 2e a %").map(\.kind) == [.number, .word, .word, .symbol])
  }

  @Test("a huge text stops at the limit")
  func limit() {
    let text = String(repeating: "mot ", count: 50_000)
    #expect(Lexer.tokens(of: text).count == Lexer.limit)
  }
}
