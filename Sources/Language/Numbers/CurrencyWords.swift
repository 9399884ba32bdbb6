/// The words and signs of currencies, folded, with their ISO codes.
enum CurrencyWords {
  /// Codes by word or sign.
  static let codes: [String: String] = [
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "bucks": "USD",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "sterling": "GBP",
    "xof": "XOF", "fcfa": "XOF", "cfa": "XOF", "xaf": "XAF",
    "chf": "CHF", "cad": "CAD", "mad": "MAD", "dirham": "MAD", "dirhams": "MAD",
    "tnd": "TND", "dzd": "DZD", "jpy": "JPY", "yen": "JPY", "yens": "JPY", "¥": "JPY",
    "k€": "EUR", "m€": "EUR",
  ]

  /// Those that may stand before the amount.
  static let prefixes: Set<String> = [
    "€", "$", "£", "¥", "usd", "eur", "gbp", "xof", "fcfa", "cad", "chf",
  ]
}
