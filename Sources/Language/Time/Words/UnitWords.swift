/// The names of calendar units.
enum UnitWords {
  /// One name of each unit that can be built into longer phrases, in both languages.
  static let singular: [(TimeUnit, String)] = [
    (.day, "jour|journee|jr|day"),
    (.week, "semaine|sem|smaine|semaines|week|wk"),
    (.month, "mois|month|mth|moi"),
    (.quarter, "trimestre|trim|quarter|qtr|trimester"),
    (.year, "an|annee|anee|annes|year|yr"),
  ]

  /// The plurals, where they differ, and those that do not.
  static let plural: [(TimeUnit, String)] = [
    (.day, "jours|journees|jrs|days"),
    (.week, "semaines|sems|weeks|wks"),
    (.month, "mois|months|mths|mos"),
    (.quarter, "trimestres|trims|quarters|qtrs"),
    (.half, "semestres|half years|halves"),
    (.year, "ans|annees|anees|years|yrs"),
  ]

  /// Other singular names that only the period rules need.
  static let other: [(TimeUnit, String)] = [
    (.half, "semestre|half year|half|semester"),
    (.year, "exercice|fiscal year|fy|calendar year|lan|lannee|annee civile|annee fiscale"),
    (.month, "calendar month|mo|mois calendaire"),
    (.week, "calendar week"),
    (.quarter, "calendar quarter|fiscal quarter"),
  ]

  /// Letters glued to digits: "30j", "3year".
  static let glued: [String: TimeUnit] = {
    var table: [String: TimeUnit] = ["j": .day, "d": .day, "w": .week, "y": .year]
    for (unit, names) in singular + plural {
      for name in names.alternatives where !name.contains(" ") {
        table[String(name)] = unit
      }
    }
    return table
  }()
}

extension PhraseBook {
  /// Adds the names of units.
  mutating func addUnits() {
    for (unit, names) in UnitWords.singular + UnitWords.other {
      for name in names.alternatives where name != "moi" && name != "semaines" {
        add(String(name), Reading(.unit(unit, isPlural: false)))
      }
    }
    for (unit, names) in UnitWords.plural {
      for name in names.alternatives where name != "mois" {
        add(String(name), Reading(.unit(unit, isPlural: true)))
      }
    }
    // "moi" is a slip for "mois" only where a determiner says so ("dis-moi" is none).
    add("ce moi", Reading(.relative(.toDate(.month))))
    add("ce moi ci", Reading(.relative(.toDate(.month))))
    for phrase in ["le moi dernier", "du moi dernier", "le moi passe", "du moi passe"] {
      add(phrase, Reading(.relative(.lastMonth)))
    }
  }
}
