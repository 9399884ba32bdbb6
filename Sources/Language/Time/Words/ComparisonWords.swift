/// Words that set one period against another.
enum ComparisonWords {
  /// What makes a comparison of the relative period after it.
  static let markers =
    "par rapport a|par rapport au|par rapport aux|par raport a|par raport au|par rapport|vs|versus"
    + "|vs .|contre|face a|face au|compare a|compare au|comparee a|comparee au|compares a"
    + "|compares au"
    + "|comparees a|comparees au|compare avec|comparee avec|comparativement a|comparativement au"
    + "|en comparaison de|en comparaison du|en comparaison avec|en comparaison a|compared with"
    + "|compared to|compare with|compare to|comparing with|comparing to|in comparison with"
    + "|in comparison to|against|relative to|relative with|versus the|as against|than|than in"
    + "|rapporte a|au regard de|au regard du|en regard de|plus que|moins que|mieux que|pire que"
    + "|autant que|plus qu'|moins qu'|mieux qu'|autant qu'|as opposed to|par comparaison a"
    + "|par comparaison au|par comparaison avec|rapport a|over that of"

  /// The same dates one year before, said in full.
  static let yearBefore =
    "n - 1|annee n - 1|l'annee n - 1|a la meme periode|a meme periode|a la meme epoque"
    + "|a la meme date|aux memes dates|a pareille epoque|year on year|year over year|yoy|y o y"
    + "|y / y|yr on yr|yr over yr|d'une annee sur l'autre|d'un an sur l'autre|d'une annee a l'autre"
    + "|d'un an a l'autre|en glissement annuel|sur un an|the year before|the year earlier"
    + "|a year earlier|one year earlier|a year before|one year before|annee d'avant"
    + "|un an plus tot|un an auparavant|un an avant|same time last year|this time last year|this point last year"
    + "|same point last year|same stage last year|this stage last year|this time a year ago"
    + "|same time a year ago|year ago period|year ago"
    + "|ly|same period a year ago|same period a year earlier|year prior|the year prior"

  /// The unit before, said in full.
  static let unitBefore: [(TimeUnit?, String)] = [
    (
      .month,
      "d'un mois sur l'autre|d'un mois a l'autre|month over month|month on month|mom|m / m"
        + "|mois d'avant|the month before|en glissement mensuel|the month earlier|un mois plus tot"
        + "|un mois avant|a month earlier|the prior month's"
    ),
    (
      .week,
      "d'une semaine sur l'autre|d'une semaine a l'autre|week over week|week on week|wow"
        + "|w / w|semaine d'avant|the week before|une semaine plus tot|a week earlier"
    ),
    (
      .quarter,
      "d'un trimestre sur l'autre|d'un trimestre a l'autre|quarter over quarter"
        + "|quarter on quarter|qoq|q / q|trimestre d'avant|the quarter before|a quarter earlier"
    ),
    (
      .day,
      "d'un jour sur l'autre|d'un jour a l'autre|day over day|day on day|dod"
        + "|jour d'avant|the day before|la veille"
    ),
    (
      nil,
      "periode precedente|la periode precedente|a la periode precedente|previous period"
        + "|the previous period|prior period|the prior period|preceding period|the preceding period"
        + "|periode d'avant|la periode d'avant|last period|periode anterieure|the period before"
        + "|d'une periode sur l'autre|d'une periode a l'autre|period over period"
        + "|period on period|precedente periode"
    ),
  ]

  /// "the same dates" of some earlier unit.
  static let same =
    "meme periode|memes jours|memes dates|meme date|meme mois|meme trimestre|meme semaine"
    + "|meme jour|meme epoque|meme semestre|memes mois|memes semaines|same period|same days"
    + "|same dates|same date|same month|same quarter|same week|same day|same time|same months"
    + "|same weeks|same periods|corresponding period|corresponding month|equivalent period"
    + "|periode equivalente|periode correspondante|periode comparable|comparable period|memes"
    + " periodes"
}

extension PhraseBook {
  /// Adds the words of comparison.
  mutating func addComparisons() {
    add(all: ComparisonWords.markers, .word(.compared))
    add(all: ComparisonWords.yearBefore, .comparison(.yearBefore))
    for (unit, phrases) in ComparisonWords.unitBefore {
      add(all: phrases, .comparison(.unitBefore(unit?.grain)))
    }
    add(all: ComparisonWords.same, .word(.samePeriod))
  }
}
