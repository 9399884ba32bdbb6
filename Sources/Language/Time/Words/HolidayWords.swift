/// Holidays with a fixed date.
enum HolidayWords {
  /// Month, day and names, separated by "|".
  static let days: [(month: Int, day: Int, names: String)] = [
    (
      1, 1,
      "nouvel an|jour de l'an|premier de l'an|new year|new years|new year's|new year's day"
        + "|new years day"
    ),
    (1, 6, "epiphanie|epiphany"),
    (2, 2, "chandeleur|groundhog day"),
    (2, 14, "saint valentin|st valentin|valentine's day|valentines day|valentine's|valentines"),
    (
      3, 8,
      "journee internationale des femmes|journee de la femme|journee des femmes"
        + "|journee internationale des droits des femmes|international women's day|women's day"
    ),
    (3, 17, "saint patrick|st patrick|st patrick's day|saint patrick's day"),
    (4, 1, "poisson d'avril|april fools|april fool's day|april fools' day|april fools day"),
    (4, 22, "jour de la terre|journee de la terre|earth day"),
    (
      5, 1,
      "fete du travail|journee internationale des travailleurs|journee des travailleurs"
        + "|international workers' day|international workers day|workers' day|may day"
    ),
    (5, 4, "star wars day"),
    (5, 5, "cinco de mayo"),
    (5, 8, "fete de la victoire|victory day"),
    (6, 19, "juneteenth"),
    (6, 21, "fete de la musique"),
    (6, 24, "saint jean|st jean"),
    (7, 4, "independence day|jour de l'independance"),
    (7, 14, "bastille day|fete nationale|quatorze juillet"),
    (8, 15, "assomption|assumption day"),
    (10, 31, "halloween|halloween day"),
    (11, 1, "toussaint|all saints' day|all saints day|all saint's day"),
    (11, 5, "guy fawkes day|bonfire night"),
    (11, 11, "armistice|armistice day|veterans day|veterans' day|singles day|singles' day"),
    (12, 6, "saint nicolas|st nicolas"),
    (12, 24, "veille de noel|reveillon de noel|christmas eve|xmas eve"),
    (12, 25, "noel|jour de noel|christmas|xmas|x mas|christmas day|xmas day"),
    (12, 26, "boxing day|lendemain de noel"),
    (
      12, 31,
      "saint sylvestre|st sylvestre|reveillon de nouvel an|reveillon du nouvel an"
        + "|veille du nouvel an|reveillon du jour de l'an|veille de nouvel an"
        + "|new year's eve|new years eve|nye"
    ),
  ]
}

extension PhraseBook {
  /// Adds the holidays.
  mutating func addHolidays() {
    for holiday in HolidayWords.days {
      add(all: holiday.names, .annual(.day(month: holiday.month, day: holiday.day)), .holiday)
    }
  }
}
