/// The words and signs of currencies, folded, with their ISO codes.
enum CurrencyWords {
  /// Codes by word or sign.
  static let codes: [String: String] = [
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "bucks": "USD",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "sterling": "GBP",
    "xof": "XOF", "fcfa": "XOF", "cfa": "XOF", "xaf": "XAF",
    "franc": "XOF", "francs": "XOF", "chf": "CHF", "cad": "CAD", "mad": "MAD", "dirham": "MAD",
    "dirhams": "MAD",
    "tnd": "TND", "dzd": "DZD", "jpy": "JPY", "yen": "JPY", "yens": "JPY", "¥": "JPY",
    "k€": "EUR", "m€": "EUR",
    "nok": "NOK", "sek": "SEK", "dkk": "DKK", "kr": "NOK", "krone": "NOK", "kroner": "NOK",
    "krona": "SEK", "kronor": "SEK", "couronnes": "NOK", "inr": "INR", "rupee": "INR",
    "rupees": "INR", "roupies": "INR", "brl": "BRL", "reais": "BRL", "pln": "PLN", "zloty": "PLN",
    "zlotys": "PLN", "ron": "RON", "lei": "RON", "czk": "CZK", "huf": "HUF", "forint": "HUF",
    "forints": "HUF", "try": "TRY", "lira": "TRY", "lire": "TRY", "lires": "TRY", "aud": "AUD",
    "nzd": "NZD", "mxn": "MXN", "pesos": "MXN", "zar": "ZAR", "rand": "ZAR", "rands": "ZAR",
    "ngn": "NGN", "naira": "NGN", "nairas": "NGN", "ghs": "GHS", "cedi": "GHS", "cedis": "GHS",
    "kes": "KES", "shilling": "KES", "shillings": "KES", "gnf": "GNF", "mga": "MGA",
    "ariary": "MGA", "cny": "CNY", "yuan": "CNY", "yuans": "CNY", "egp": "EGP", "dinar": "TND",
    "dinars": "TND", "cdf": "CDF",
  ]

  /// Those that may stand before the amount.
  static let prefixes: Set<String> = [
    "€", "$", "£", "¥", "usd", "eur", "gbp", "xof", "fcfa", "cad", "chf",
  ]
}
