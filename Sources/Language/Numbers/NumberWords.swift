/// The closed word lists numbers are made of, folded.
struct NumberWords: Sendable {
  /// 0…19, "seize", "nineteen".
  let units: [String: Int]
  /// 20, 30 … 90.
  let tens: [String: Int]
  /// Multipliers: hundred, thousand, million.
  let scales: [String: Double]
  /// The last word of an ordinal, and its cardinal value.
  let ordinals: [String: Int]
  /// "et", "and".
  let joiner: String
  /// What a scale alone needs before it to count as one: "un million", "a hundred".
  let articles: Set<String>
  /// "soixante et onze", "quatre-vingt-quinze": tens that go on to nineteen.
  let longTens: Set<Int>

  /// The French lists; regional tens included.
  static let french = NumberWords(
    units: [
      "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
      "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
      "quatorze": 14, "quinze": 15, "seize": 16,
    ],
    tens: [
      "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
      "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
    ],
    scales: [
      "cent": 100, "cents": 100, "mille": 1000, "million": 1e6, "millions": 1e6,
      "milliard": 1e9, "milliards": 1e9,
    ],
    ordinals: [
      "premier": 1, "premiere": 1, "premiers": 1, "premieres": 1, "second": 2, "seconde": 2,
      "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7,
      "huitieme": 8, "neuvieme": 9, "dixieme": 10, "onzieme": 11, "douzieme": 12, "treizieme": 13,
      "quatorzieme": 14, "quinzieme": 15, "seizieme": 16, "vingtieme": 20, "trentieme": 30,
      "unieme": 1, "centieme": 100,
    ],
    joiner: "et",
    articles: ["un", "une"],
    longTens: [60, 80]
  )

  /// The English lists.
  static let english = NumberWords(
    units: [
      "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
      "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
      "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ],
    tens: [
      "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
      "seventy": 70, "eighty": 80, "ninety": 90,
    ],
    scales: [
      "hundred": 100, "thousand": 1000, "million": 1e6, "millions": 1e6, "billion": 1e9,
    ],
    ordinals: [
      "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
      "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
      "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
      "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
      "hundredth": 100,
    ],
    joiner: "and",
    articles: ["a", "one"],
    longTens: []
  )

  /// Whole quantities said in one noun, after an article or not.
  static let collections: [String: Double] = [
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    "dozen": 12,
  ]

  /// Letters glued to digits that multiply them: "10k".
  static let glued: [String: Double] = [
    "k": 1e3, "m": 1e6, "md": 1e9, "bn": 1e9, "mio": 1e6, "k€": 1e3, "m€": 1e6,
  ]
}
