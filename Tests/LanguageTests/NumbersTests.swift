import Language
import Testing

@Suite("Numbers")
struct NumbersTests {
  private func read(_ text: String) -> [NumberSpan] {
    Numbers.spans(in: Lexer.tokens(of: text))
  }

  @Test(
    "plain numbers in digits and words",
    arguments: [
      ("1 250", 1250), ("1,250", 1250), ("1.250,50", 1250.5), ("1,250.50", 1250.5), ("12,5", 12.5),
      ("3.75", 3.75), ("1 250 000", 1_250_000), ("10k", 10_000), ("1.5k", 1500), ("2M", 2_000_000),
      ("3 millions", 3_000_000), ("50 mille", 50_000), ("quatre-vingt-dix", 90),
      ("soixante et onze", 71), ("quatre-vingts", 80), ("quatre-vingt-dix-sept", 97),
      ("deux cent mille", 200_000), ("mille deux cents", 1200), ("vingt et un", 21),
      ("une douzaine", 12), ("une vingtaine", 20), ("dix-huit", 18), ("deux mille dix-huit", 2018),
      ("twenty-three", 23), ("a dozen", 12), ("two hundred", 200), ("two hundred and five", 205),
      ("two thousand and eighteen", 2018), ("a hundred", 100), ("un million", 1_000_000),
      ("one", 1),
      ("septante-deux", 72), ("-5", -5), ("0,5", 0.5),
    ]
  )
  func plain(text: String, value: Double) {
    let spans = read(text)
    #expect(spans.map(\.value) == [value])
    #expect(spans.first?.unit == .plain)
    #expect(spans.first?.tokens == 0..<Lexer.tokens(of: text).count)
  }

  @Test(
    "amounts with a unit",
    arguments: [
      ("20 %", 20, NumberSpan.Unit.percent, nil), ("20%", 20, .percent, nil),
      ("vingt pour cent", 20, .percent, nil),
      ("50 % de chances", 50, .percent, nil), ("30% chance", 30, .percent, nil),
      ("une chance sur deux", 50, .percent, nil), ("one chance in four", 25, .percent, nil),
      ("9 chances out of 10", 90, .percent, nil), ("1 in 5 chance", 20, .percent, nil),
      ("12.5 percent", 12.5, .percent, nil),
      ("-3 %", -3, .percent, nil), ("1 500 €", 1500, .currency, "EUR"),
      ("$1,250", 1250, .currency, "USD"), ("25 000 FCFA", 25_000, .currency, "XOF"),
      ("200 francs CFA", 200, .currency, "XOF"),
      ("2 millions d'euros", 2_000_000, .currency, "EUR"),
      ("10k€", 10_000, .currency, "EUR"), ("£30", 30, .currency, "GBP"),
      ("USD 40", 40, .currency, "USD"), ("fifty dollars", 50, .currency, "USD"),
      ("2e", 2, .ordinal, nil), ("3ème", 3, .ordinal, nil), ("premier", 1, .ordinal, nil),
      ("2nd", 2, .ordinal, nil), ("twenty-first", 21, .ordinal, nil),
      ("vingt et unième", 21, .ordinal, nil), ("deuxième", 2, .ordinal, nil),
    ] as [(String, Double, NumberSpan.Unit, String?)]
  )
  func units(text: String, value: Double, unit: NumberSpan.Unit, currency: String?) {
    let spans = read(text)
    #expect(spans.map(\.value) == [value])
    #expect(spans.first?.unit == unit)
    #expect(spans.first?.currency == currency)
  }

  @Test(
    "several numbers stay apart",
    arguments: [
      ("5 sur 5", [5, 5]), ("entre 10 et 20", [10, 20]), ("15.12.16", [15, 12, 16]),
      ("les 10 premiers de 2018", [10, 1, 2018]), ("twenty one two thousand", [21, 2000]),
      ("10-20", [10, 20]), ("1, 2 et 3", [1, 2, 3]),
    ]
  )
  func several(text: String, values: [Double]) {
    #expect(read(text).map(\.value) == values)
  }

  @Test(
    "articles, references and words are no numbers",
    arguments: [
      "un produit", "une marge", "a product", "la commande CA-2018-161046", "MX611", "pour cent",
      "le plus cher", "25kg", "N-1",
    ]
  )
  func none(text: String) {
    #expect(read(text).isEmpty)
  }
}
