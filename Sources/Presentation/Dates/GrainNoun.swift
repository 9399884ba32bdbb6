import Values

/// The nouns of the units of a time axis.
enum GrainNoun {
  /// « mois », "month".
  static func singular(_ grain: Grain, _ tongue: Tongue) -> NounPhrase {
    NounPhrase(words(grain, tongue).one, isFeminine: isFeminine(grain))
  }

  /// « mois », "months".
  static func plural(_ grain: Grain, _ tongue: Tongue) -> NounPhrase {
    NounPhrase(words(grain, tongue).many, isFeminine: isFeminine(grain), isPlural: true)
  }

  private static func isFeminine(_ grain: Grain) -> Bool {
    grain == .week || grain == .year || grain == .hour
  }

  private static func words(_ grain: Grain, _ tongue: Tongue) -> (one: String, many: String) {
    let isFrench = tongue == .french
    return switch grain {
    case .day: isFrench ? ("jour", "jours") : ("day", "days")
    case .week: isFrench ? ("semaine", "semaines") : ("week", "weeks")
    case .month: isFrench ? ("mois", "mois") : ("month", "months")
    case .quarter: isFrench ? ("trimestre", "trimestres") : ("quarter", "quarters")
    case .year: isFrench ? ("année", "années") : ("year", "years")
    case .weekday:
      isFrench ? ("jour de la semaine", "jours de la semaine") : ("weekday", "weekdays")
    case .monthOfYear:
      isFrench
        ? ("mois de l'année", "mois de l'année") : ("month of the year", "months of the year")
    case .hour: isFrench ? ("heure", "heures") : ("hour", "hours")
    }
  }
}
