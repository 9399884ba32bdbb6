/// A day or a period said in one phrase, which waits for the clock.
enum RelativePhrase: Hashable, Sendable {
  /// Days from today.
  case day(Int)
  /// From the start of the unit to now.
  case toDate(TimeUnit)
  /// The last part of the current unit.
  case end(TimeUnit)
  /// The last 30 days.
  case recently
  /// So many days up to today.
  case lastDays(Int)
  /// The last twelve months.
  case twelveMonths
  /// The whole month before this one.
  case lastMonth
  /// Everything up to today.
  case untilNow
}

/// The phrases, by what they mean.
enum RelativeWords {
  /// Days from today.
  static let days: [(Int, String)] = [
    (
      0,
      "aujourd'hui|ajd|auj|aujourdhui|aujourd hui|ojd|aujourdui|ojourd'hui|today|tdy|2day"
        + "|aujourd'huy|todays|ce jour|ce jour ci|du jour|du jour auj|du jour d'aujourd'hui"
        + "|ce matin|cet apres midi|cet apres-midi|ce soir|cette nuit|this morning|this afternoon"
        + "|this evening|tonight"
    ),
    (
      -1,
      "hier|yesterday|yest|yday|yesterdy|yersterday|ystrday|yesteday|j - 1|previous day"
        + "|the previous day|jour precedent"
    ),
    (-2, "avant hier|avanthier|day before yesterday|the day before yesterday|j - 2|avant-hier"),
    (1, "demain|tomorrow|tmrw|tmw|tmr|tomorow|tommorow|tommorrow|tomorrw|2morrow|2moro"),
    (
      2,
      "apres demain|apresdemain|day after tomorrow|the day after tomorrow|day after tmrw"
        + "|the day after tmrw|the day after tmr"
    ),
  ]

  /// The fortnight behind, which is fifteen days in French and two weeks in English.
  static let fortnights: [(Int, String)] = [
    (
      15,
      "derniere quinzaine|la derniere quinzaine|quinzaine ecoulee|la quinzaine ecoulee"
        + "|quinzaine passee|la quinzaine passee|ces quinze jours"
    ),
    (14, "last fortnight|the last fortnight|past fortnight|the past fortnight"),
  ]

  /// From the start of a unit to now.
  static let toDate: [(TimeUnit, String)] = [
    (
      .year,
      "year to date|the year to date|ytd|annee a date|annee a ce jour|a date|cumul annuel"
        + "|l'annee a ce jour|cumul annuel a date|so far this year|this year so far|cumul a date"
        + "|cumul de l'annee"
        + "|this year to date|depuis le premier janvier de cette annee|ce jour dans l'annee"
    ),
    (
      .month,
      "month to date|the month to date|mtd|mois a date|mois a ce jour|so far this month"
        + "|this month so far|cumul mensuel|cumul du mois|this month to date"
    ),
    (
      .quarter,
      "quarter to date|the quarter to date|qtd|trimestre a date|trimestre a ce jour"
        + "|so far this quarter|this quarter so far|quarter to date"
    ),
    (
      .week,
      "week to date|the week to date|wtd|semaine a date|semaine a ce jour|so far this week"
        + "|this week so far"
    ),
  ]

  /// The end of the current unit, abbreviated; "EOQ" is a quantity to order.
  static let ends: [(TimeUnit, String)] = [
    (.month, "eom"), (.year, "eoy"), (.week, "eow"),
  ]

  /// The last 30 days.
  static let recently =
    "recemment|ces derniers temps|dernierement|ces temps ci|ces jours ci|recently|lately|of late"
    + "|these days|in recent times|recement|ces temps derniers|depuis peu"

  /// The last twelve months.
  static let twelveMonths =
    "ttm|ltm|douze derniers mois glissants|over the last year|over the past year|in the last year"
    + "|in the past year|the past year|past year"

  /// Everything up to today.
  static let untilNow =
    "a ce jour|to date|jusqu'ici|until now|up to now|jusqu'a present"
    + "|jusqu'a maintenant|till now|jusqu'a aujourd'hui"
}

extension PhraseBook {
  /// Adds the phrases that wait for the clock.
  mutating func addRelatives() {
    for (offset, phrases) in RelativeWords.days { add(all: phrases, .relative(.day(offset))) }
    for (unit, phrases) in RelativeWords.toDate { add(all: phrases, .relative(.toDate(unit))) }
    for (unit, phrases) in RelativeWords.ends { add(all: phrases, .relative(.end(unit))) }
    add(all: RelativeWords.recently, .relative(.recently))
    for (count, phrases) in RelativeWords.fortnights {
      add(all: phrases, .relative(.lastDays(count)))
    }
    add(all: RelativeWords.twelveMonths, .relative(.twelveMonths))
    add(all: RelativeWords.untilNow, .relative(.untilNow))
  }
}
