import Values

/// Words that ask for a time axis.
enum GrainWords {
  /// What turns a singular unit into "for each unit".
  static let each = [
    "par", "chaque", "pour chaque", "de chaque", "by", "by the", "per", "each", "every", "for each",
    "for every", "of each", "in each", "selon le", "selon la", "selon l'", "en fonction du",
    "en fonction de la", "en fonction de l'", "a chaque", "split by", "sur chaque",
    "a l'echelle du",
  ]

  /// What turns a plural unit into "for each unit".
  static let eachPlural = ["tous les", "toutes les", "all the", "all", "par", "across"]

  /// "month by month", "mois après mois".
  static let twice = ["par", "by", "apres", "after"]

  /// What asks for one unit without listing them.
  static let asked = [
    "quel", "quelle", "quels", "quelles", "quel est le", "quelle est la", "quelle est l'",
    "quel a ete le", "quelle a ete la", "quelle a ete l'", "quel etait le", "which", "what",
    "what is the", "what was the", "which was the", "meilleur", "meilleure", "meilleurs",
    "meilleures", "pire", "pires", "plus mauvais", "plus mauvaise", "plus gros", "plus grosse",
    "plus grosses", "plus grand", "plus grands", "plus grande", "plus grandes", "plus forts",
    "plus fortes", "plus faibles", "plus petits", "plus petites", "plus hautes", "plus basses",
    "plus fort", "plus forte", "plus faible", "plus petit", "plus petite", "plus bas", "plus haut",
    "plus basse", "plus haute", "moins bon", "moins bonne", "best", "worst", "biggest", "busiest",
    "highest", "lowest", "strongest", "weakest", "slowest", "quietest", "top", "peak", "record",
    "best selling", "most profitable", "smallest", "largest", "best performing", "plus rentable",
    "plus charge", "plus chargee",
    "plus actif", "plus active", "most active", "best ever", "worst ever", "biggest ever",
    "highest ever",
    "busiest ever", "lowest ever", "all time best", "all-time best", "all time high", "best single",
    "single best", "biggest single",
    "single biggest",
  ]

  /// Adjectives and adverbs.
  static let adjectives: [(Grain, String)] = [
    (
      .day,
      "daily|journalier|journaliere|journaliers|journalieres|quotidien|quotidienne|quotidiens"
        + "|quotidiennes|quotidiennement|journellement|jour le jour|day to day"
    ),
    (.week, "weekly|hebdo|hebdomadaire|hebdomadaires|hebdomadairement|hebdos"),
    (.month, "monthly|mensuel|mensuelle|mensuels|mensuelles|mensuellement|mensualise|mensualisee"),
    (
      .quarter,
      "quarterly|trimestriel|trimestrielle|trimestriels|trimestrielles"
        + "|trimestriellement"
    ),
    (.year, "yearly|annual|annually|annuel|annuelle|annuels|annuelles|annuellement|per annum"),
    (
      .hour,
      "hourly|heure par heure|hour by hour|par heure|by hour|per hour|chaque heure|each hour"
        + "|every hour|par heure de la journee|by hour of day|by hour of the day|hour of the day"
        + "|hour of day|par tranche horaire|heure de la journee|time of day|time of the day"
        + "|moment de la journee|tranche horaire|hour slot"
    ),
  ]

  /// Names of the axes that repeat.
  static let cyclic: [(Grain, String)] = [
    (
      .weekday,
      "jour de la semaine|jours de la semaine|day of the week|day of week|days of the week"
        + "|weekday|jour de semaine|week day"
    ),
    (
      .monthOfYear,
      "mois de l'annee|month of the year|month of year|mois calendaire"
        + "|calendar month|months of the year"
    ),
  ]
}

extension PhraseBook {
  /// Words that turn the name of a unit into a time axis, and the branches they lead to.
  ///
  /// Each of them stands before each name: cut once and walked once, they cost one step a phrase.
  private struct Openings {
    let each: [Branch]
    let eachPlural: [Branch]
    let asked: [Branch]

    init(_ book: inout PhraseBook) {
      func branches(_ phrases: [String]) -> [Branch] {
        phrases.map { book.branch(of: book.words(of: $0)) }
      }
      each = branches(GrainWords.each)
      eachPlural = branches(GrainWords.eachPlural)
      asked = branches(GrainWords.asked)
    }
  }

  /// Adds every way to ask for a time axis.
  mutating func addGrains() {
    let openings = Openings(&self)
    for (unit, names) in UnitWords.singular {
      guard let grain = unit.grain else { continue }
      for name in names.alternatives {
        addGrain(grain, name, openings)
        for word in GrainWords.twice {
          add("\(name) \(word) \(name)", Reading(.grain(grain, each: true), .grain))
        }
        // "month-wise", "year wise", as Indian English says it.
        for dash in ["", "- "] {
          add("\(name) \(dash)wise", Reading(.grain(grain, each: true), .grain))
        }
      }
    }
    for (unit, names) in UnitWords.plural {
      guard let grain = unit.grain else { continue }
      for name in names.alternatives {
        add(name, after: openings.eachPlural, .grain(grain, each: true))
        add(name, after: openings.asked, .grain(grain, each: false))
      }
    }
    for (grain, phrases) in GrainWords.adjectives {
      add(all: phrases, .grain(grain, each: true), .grain)
    }
    for (grain, phrases) in GrainWords.cyclic {
      add(all: phrases, .grain(grain, each: true), .grain)
      for name in phrases.alternatives { addGrain(grain, name, openings) }
    }
    add("heure", after: openings.asked, .grain(.hour, each: false))
    add("hour", after: openings.asked, .grain(.hour, each: false))
  }

  private mutating func addGrain(_ grain: Grain, _ name: Substring, _ openings: Openings) {
    add(name, after: openings.each, .grain(grain, each: true))
    add(name, after: openings.asked, .grain(grain, each: false))
  }

  private mutating func add(_ name: Substring, after openings: [Branch], _ value: TimeValue) {
    let words = words(of: name)
    for opening in openings { add(Reading(value, .grain), at: branch(of: words, from: opening)) }
  }
}
