/// The names of months, full and shortened.
enum MonthWords {
  /// Full names and harmless abbreviations of each month, January first.
  static let names = [
    "janvier|january|janv|janvie|januari",
    "fevrier|february|fevr|febr|feb|fevier|fervier|febuary",
    "mars|march",
    "avril|april|avr|apr|avri",
    "mai",
    "juin|june",
    "juillet|july|juil|juill|juilet",
    "aout|august",
    "septembre|september|sept|septembr",
    "octobre|october|oct|octobr",
    "novembre|november|nov|novembr",
    "decembre|december|dec|decembr|dece",
  ]

  /// Those that are words of their own, trusted only beside a number or alone.
  static let risky: [(Int, String)] = [
    (1, "jan"), (2, "fev"), (3, "mar"), (5, "may"), (6, "jun"), (7, "jul"), (8, "aug|aou"),
    (9, "sep"),
  ]

  /// Month by name or abbreviation.
  static let numbers: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, list) in names.enumerated() {
      for name in list.alternatives { table[String(name)] = index + 1 }
    }
    for (month, list) in risky {
      for name in list.alternatives { table[String(name)] = month }
    }
    return table
  }()
}

extension PhraseBook {
  /// Adds the names of months.
  mutating func addMonths() {
    for (index, names) in MonthWords.names.enumerated() {
      add(all: names, .annual(.month(index + 1)), .name)
    }
    for (month, names) in MonthWords.risky {
      add(all: names, .annual(.month(month)), .risky)
    }
  }
}
