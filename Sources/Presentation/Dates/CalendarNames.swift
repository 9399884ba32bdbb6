import Values

/// Names of months and weekdays.
enum CalendarNames {
  /// The name of a month (1–12): « mars », "March".
  static func month(_ number: Int, _ tongue: Tongue) -> String {
    let names = tongue == .french ? frenchMonths : englishMonths
    return names.indices.contains(number - 1) ? names[number - 1] : String(number)
  }

  /// The short name of a month (1–12): « août », "Aug".
  static func shortMonth(_ number: Int, _ tongue: Tongue) -> String {
    if tongue == .english { return String(month(number, tongue).prefix(3)) }
    return frenchShortMonths.indices.contains(number - 1)
      ? frenchShortMonths[number - 1] : String(number)
  }

  /// The name of an ISO weekday (1 is Monday): « lundi », "Monday".
  static func weekday(_ number: Int, _ tongue: Tongue) -> String {
    let names = tongue == .french ? frenchDays : englishDays
    return names.indices.contains(number - 1) ? names[number - 1] : String(number)
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]
  private static let frenchShortMonths = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let frenchDays = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]
  private static let englishDays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}
