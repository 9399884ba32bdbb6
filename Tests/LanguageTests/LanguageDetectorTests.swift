import Language
import Testing
import Values

@Suite("Language detection")
struct LanguageDetectorTests {
  private func tongue(of text: String) -> Tongue {
    LanguageDetector.detect(Lexer.tokens(of: text)).tongue
  }

  @Test(
    "French questions",
    arguments: [
      "CA 2018", "Quel est le chiffre d'affaires ?", "top produits marge", "kel ca ce moi",
      "combien de revenue par customer", "ventes T1", "stock", "aujourd'hui", "bonjour", "été",
      "marge du supplier Premium", "liste les orders de mars", "panier moyen", "", "fiabilité MAPE",
      "dispo frigos rayon",
    ]
  )
  func french(text: String) {
    #expect(tongue(of: text) == .french)
  }

  @Test(
    "English questions",
    arguments: [
      "revenue 2018", "how much did we sell", "top products by margin", "What's our CA?",
      "which fournisseurs are late", "don't show Café Noir", "sales Q1", "tomorrow", "hello",
      "show me the panier moyen of last year", "average basket", "late deliveries",
      "clean MAPE", "summarise segment VIP",
    ]
  )
  func english(text: String) {
    #expect(tongue(of: text) == .english)
  }

  @Test("confidence grows with the signs")
  func confidence() {
    let none = LanguageDetector.detect(Lexer.tokens(of: "MX611"))
    let some = LanguageDetector.detect(Lexer.tokens(of: "sales 2018"))
    let sure = LanguageDetector.detect(Lexer.tokens(of: "what are the sales of this year"))
    #expect(none.confidence == 0)
    #expect(some.confidence > none.confidence)
    #expect(sure.confidence > some.confidence)
  }
}
