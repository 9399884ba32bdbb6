/// How a currency is written in both languages.
struct CurrencySymbol: Hashable, Sendable {
  let french: String
  let english: String
  /// Whether English writes the symbol before the number.
  let isPrefix: Bool
  /// Decimals of an amount: ISO 4217 minor units.
  let decimals: Int

  /// The symbol of an ISO code; the code itself for currencies without a well-known symbol.
  init(code: String) {
    switch code {
    case "EUR": self.init(french: "€", english: "€")
    case "USD": self.init(french: "$US", english: "$")
    case "GBP": self.init(french: "£", english: "£")
    case "XOF", "XAF":
      self.init(french: "F\u{202F}CFA", english: "F CFA", isPrefix: false, decimals: 0)
    case "JPY": self.init(french: "¥", english: "¥", decimals: 0)
    case "TND", "KWD", "BHD", "JOD", "OMR":
      self.init(french: code, english: code, isPrefix: false, decimals: 3)
    case "KRW", "VND", "CLP", "RWF", "UGX", "GNF":
      self.init(french: code, english: code, isPrefix: false, decimals: 0)
    default: self.init(french: code, english: code, isPrefix: false)
    }
  }

  private init(french: String, english: String, isPrefix: Bool = true, decimals: Int = 2) {
    self.french = french
    self.english = english
    self.isPrefix = isPrefix
    self.decimals = decimals
  }
}
