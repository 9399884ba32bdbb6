import Values

/// The times that a proposal may name although the question does not say them in words that the rules know.
enum NamedTime: String, CaseIterable {
  case today, yesterday
  case thisWeek = "this_week"
  case lastWeek = "last_week"
  case thisMonth = "this_month"
  case lastMonth = "last_month"
  case thisQuarter = "this_quarter"
  case lastQuarter = "last_quarter"
  case thisYear = "this_year"
  case lastYear = "last_year"

  /// The words that say it, which the grammar of times reads as ever.
  func words(in tongue: Tongue) -> String {
    let words: (french: String, english: String) =
      switch self {
      case .today: ("aujourd'hui", "today")
      case .yesterday: ("hier", "yesterday")
      case .thisWeek: ("cette semaine", "this week")
      case .lastWeek: ("la semaine dernière", "last week")
      case .thisMonth: ("ce mois", "this month")
      case .lastMonth: ("le mois dernier", "last month")
      case .thisQuarter: ("ce trimestre", "this quarter")
      case .lastQuarter: ("le trimestre dernier", "last quarter")
      case .thisYear: ("cette année", "this year")
      case .lastYear: ("l'année dernière", "last year")
      }
    return tongue == .french ? words.french : words.english
  }
}
