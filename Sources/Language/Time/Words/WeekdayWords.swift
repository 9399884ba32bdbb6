/// The names of the days of the week, full and shortened.
enum WeekdayWords {
  /// Full names, Monday first.
  static let names = [
    "lundi|monday", "mardi|tuesday|tues", "mercredi|wednesday|weds", "jeudi|thursday|thurs|thur",
    "vendredi|friday", "samedi|saturday", "dimanche|sunday",
  ]

  /// Abbreviations that are words of their own.
  static let risky = [
    "lun|mon", "mar|tue", "mer|wed", "jeu|thu", "ven|vend|fri", "sam|sat", "dim|sun",
  ]
}

/// Weekdays by their full names.
package enum WeekdayName {
  private static let numbers = Dictionary(
    uniqueKeysWithValues: WeekdayWords.names.enumerated().flatMap { day, names in
      names.split(separator: "|").map { (String($0), day + 1) }
    }
  )

  /// The ISO number of the weekday with this folded name, 1 is Monday; nil for other words.
  package static func number(of word: String) -> Int? { numbers[word] }
}

extension PhraseBook {
  /// Adds the names of weekdays.
  mutating func addWeekdays() {
    for (index, names) in WeekdayWords.names.enumerated() {
      add(all: names, .weekday(index + 1), .name)
    }
    for (index, names) in WeekdayWords.risky.enumerated() {
      add(all: names, .weekday(index + 1), .risky)
    }
    add(all: "week end|weekend|weekends|week ends|week en|wkend", .weekend)
  }
}
