package import Language
package import SemanticModel
package import Values

/// What a few words said after a question change of it: « et par région ? », "only 2018", « les 5 premiers ».
///
/// Pieces of a `Query` without the rest; `QueryEdit` puts them into the query before.
package struct Fragment: Sendable, Hashable {
  /// How the words open: as a follow-up (« et … », "same for", "instead"), or adding ("also").
  package var opens = false
  /// Something else in place of what was said: « par ville au lieu de par région », "no, 2024".
  package var isCorrection = false
  package var adds = false

  package var keys: [Key] = []
  /// Things and properties named without « par »: « et les clients ? », « leur fournisseur ».
  package var things: [String] = []
  /// Whether any thing is named at all, be it to say of what a name is one.
  package var namesThing = false
  package var metrics: [String] = []
  package var filters: [Filter] = []
  package var conditions: [Condition] = []
  package var periods: [Period] = []
  /// "than last year", « par rapport au mois d'avant ».
  package var relative: TimeComparison?
  /// « le mois d'avant »: the unit before the one looked at.
  package var unitBefore: Grain?
  /// « celle d'avant », "the one before": the unit before, whatever it is.
  package var stepsBack = false
  /// « le même mois un an plus tôt »: the same dates of the year before.
  package var isSameYearBefore = false
  /// « le trimestre suivant »: the unit behind the one looked at.
  package var unitAfter: Grain?
  /// « enlève ce filtre »: the restriction said last falls.
  package var dropsFilter = false
  /// « enlève le filtre mobilier »: the restriction to what is named falls.
  package var dropsNamed = false
  /// Figures that fall: « sans la marge ».
  package var droppedMetrics: [String] = []
  /// Groups that fall: « sans les régions », "drop the months".
  package var droppedKeys: [Key] = []
  /// « oublie la comparaison ».
  package var dropsComparison = false
  /// "actual numbers, not %".
  package var dropsShare = false
  /// Whether the figure is a vague word for money: « en valeur ».
  package var isVagueMoney = false
  /// Whether it is a vague word for how many: « en unités ».
  package var isVagueQuantity = false
  /// « seulement », "only": of what was told.
  package var narrows = false
  /// « globalement »: no groups any more.
  package var isOverall = false
  /// « celles sous 2000 »: of the figure told, which is not named.
  package var threshold: Threshold?
  /// "which is discounted the most?": one of the lines told.
  package var asksOne = false
  /// « les deux », "both": what was told last and what was told before it.
  package var isBoth = false
  /// « remets tout », "all of them again": nothing left out any more.
  package var releasesAll = false
  /// « et ceux sous le seuil ? »: another state in place of the one asked about.
  package var replacesState = false
  /// "last year" said of a month: the same month a year before.
  package var isLastYear = false
  /// Whether the times said carry a year of their own, or are counted from today ("this quarter").
  package var isAnchored = false
  /// « toute l'année », "all time": wider again.
  package var widens: Widening?
  package var limit: Int?
  /// Whether the first are the highest; nil when no order is said.
  package var descends: Bool?
  /// "worst", « meilleur »: a matter of quality, whichever end that is of the figure.
  package var ranksQuality = false
  /// « le plus élevé », "highest": of all, the one at an end.
  package var isSuperlative = false
  /// One of them: « le plus rapide ? ».
  package var isSingular = false
  /// « en taux plutôt »: the rate behind the figure.
  package var isRate = false
  /// « au prix de vente ».
  package var isAtPrice = false
  /// « trie », "sort by": an order of all lines.
  package var sorts = false
  /// A figure to sort by: « trie par marge ».
  package var sortsBy: String?
  package var isShare = false
  package var compares = false
  package var isTrend = false
  /// « au total », "in total".
  package var isTotal = false
  /// « en moyenne », "on average".
  package var isMean = false
  /// « pour chacun », "each": one line a thing.
  package var isEach = false
  /// « qu'a-t-il acheté ? »: the things of a figure are asked for, not named.
  package var asksWhat = false
  /// "leave Marketplace out": the names said are the ones not wanted.
  package var excludes = false
  /// « ils », "those": things, not only figures, of the last result are meant.
  package var pointsAtThings = false
  /// « lui », "him": a person of the last result, be it a customer or a supplier.
  package var pointsAtPerson = false
  /// « lui », « ce client », « avec ça »: one thing spoken of, person or not.
  package var pointsAtOne = false
  /// « ce mois-là »: the time shown.
  package var pointsAtTime = false
  /// « cette catégorie »: the one spoken of.
  package var pointedThing: String?
  /// « chez qui ? »: of whom, be it customers or suppliers.
  package var asksWhom = false
  /// « ça en fait combien ? »: how many lines.
  package var countsLines = false
  /// « sur 180 jours »: how long, of a state or a time told before.
  package var days: Int?
  /// « a le plus progressé »: by how it changed; false for a fall.
  package var growth: Bool?
  /// « lesquels ? »: what was counted, one by one.
  package var listsCounted = false
  package var counts = false
  /// « ces produits », "them", « leur fournisseur »: the things of the last result.
  package var refersBack = false
  /// Dimensions whose restriction falls: « toutes les régions ».
  package var allOf: [String] = []
  /// The places of the words that name figures, things, states and values.
  package var said: Set<Int> = []
  /// Names in it that several things bear.
  package var sharedNames: [Reading.NameChoice] = []
  package var ambiguousNames: [Reading.NameChoice] = []
  package var unexplained: [String] = []
  /// Segmentation less what no rule took, per token.
  package var score = 0.0

  /// A number that a figure is compared with.
  package struct Threshold: Hashable, Sendable {
    package var test: ComparisonOperator
    /// A fraction where it was said in per cent.
    package var number: Double
  }

  /// How far a time is widened.
  package enum Widening: Hashable, Sendable {
    case year, everything
  }

  package init() {}

  /// The same without asking for the things counted.
  package var withoutList: Fragment {
    var fragment = self
    fragment.listsCounted = false
    return fragment
  }

  /// Whether nothing but things and groups are named.
  package var isOnlyThings: Bool {
    var bare = self
    bare.things = []
    bare.keys = []
    bare.said = []
    return bare.isEmpty && !(things.isEmpty && keys.isEmpty)
  }

  /// Whether anything at all is changed.
  package var isEmpty: Bool {
    var bare = Fragment()
    bare.score = score
    bare.said = said
    bare.opens = opens
    bare.adds = adds
    bare.isAnchored = isAnchored
    bare.isSingular = isSingular
    bare.isSuperlative = isSuperlative
    bare.namesThing = namesThing
    bare.asksWhat = asksWhat
    bare.narrows = narrows
    bare.asksOne = asksOne
    bare.isCorrection = isCorrection
    bare.replacesState = replacesState
    bare.isEach = isEach
    bare.excludes = excludes
    bare.refersBack = refersBack
    bare.pointsAtThings = pointsAtThings
    bare.pointsAtPerson = pointsAtPerson
    bare.pointsAtOne = pointsAtOne
    bare.pointedThing = pointedThing
    bare.ranksQuality = ranksQuality
    bare.unexplained = unexplained
    bare.ambiguousNames = ambiguousNames
    bare.sharedNames = sharedNames
    return self == bare
  }
}
