package import Values

/// A computation beyond SQL (drivers, decomposition …) that questions can name.
package struct Analysis: Hashable, Sendable {
  /// A column that the computation adds to the figures of the query; its unit is the computation's.
  package struct Column: Hashable, Sendable {
    package var name: String
    package var label: LocalizedText
    /// Whether it is a difference, shown with its sign.
    package var isSigned: Bool
    /// Whether its cells name figures of the model, told by their nouns.
    package var namesFigures = false
    /// Whether its cells are of the figure that their row names, and so in that figure's unit.
    package var followsFigure = false
    /// Whether its cells are relative changes, shown with their sign and in per cent.
    package var isChange = false
    /// Whether its cells say what the row is of, where no key does.
    package var namesRow = false
    /// What its cells say, by the code they hold.
    package var words: [String: LocalizedText]

    package init(
      name: String,
      label: LocalizedText,
      isSigned: Bool,
      words: [String: LocalizedText] = [:]
    ) {
      self.name = name
      self.label = label
      self.isSigned = isSigned
      self.words = words
    }
  }

  package var name: String
  package var noun: Noun
  package var description: LocalizedText
  /// Datasets that hold results of it: a figure of theirs in the question asks for what is stored.
  package var stored: [String] = []
  /// The figure that is looked into where the question names none; nil where nothing computes the analysis yet.
  package var figure: String?
  /// Whether it looks into any figure, and not only into its own.
  package var takesAnyFigure = false
  /// Whether it looks for what a rise or a fall is made of, which the question then takes for granted.
  package var looksForCauses = false
  /// Whether it is told by its own name, as its figure says nothing of it.
  package var isToldByName = false
  /// Whether it looks into tables, so that the figures and things named say which ones.
  package var looksIntoTables = false
  /// Figures that its words may name beside it, as what it tells too: the delivery date of a delivery foretold.
  package var tells: [String] = []
  /// Figures and states whose « pourquoi » it answers, where no change is spoken of.
  package var explains: [String] = []
  /// Whether it groups by itself, whatever groups and order the question names.
  package var hasOwnGroups = false
  /// Whether a number of rows asked for ("top 5") cuts its table, though it groups by itself.
  package var keepsLimit = false
  /// The dimensions of which it is about one thing where one is named: « que lui recommander ? » takes it from before.
  package var about: [String] = []
  /// Whether it tells a share by itself: « quelle part des commandes est à haut risque ? ».
  package var tellsShare = false
  /// Whether a sum of money limits it.
  package var takesAmount = false
  /// Whether a bare number says how many it is to make: « en 4 groupes ».
  package var takesNumber = false
  /// Whether it looks into several figures at once.
  package var takesSeveralFigures = false
  /// The dataset whose figures it looks into, words for those of others being unlikely meant; nil for any.
  package var dataset: String?
  /// Whether it looks at things one by one, so that « par région » speaks for a sum by region instead.
  package var isOfThings = false
  /// Whether it picks some things out of many, which the question then asks for.
  package var picksThings = false
  /// Whether its query stays one of its own figure, a figure that is named being what it tells of.
  package var keepsFigure = false
  /// Whether it is of a period, so that « la semaine » alone names one.
  package var isOfPeriod = false
  /// Figures that its dimensions stand for: « corrélation entre remise et quantité ».
  package var figuresOfDimensions: [String: String] = [:]
  /// Whether its sentences stand a line each.
  package var isToldInLines = false
  /// The figures that it tells by itself.
  package var figures: [String] = []
  /// The dimensions that it looks through by itself.
  package var dimensions: [String] = []
  package var columns: [Column] = []
  /// What a question can say a percentage for.
  package var terms: [AnalysisTerm] = []
  /// Words that say that a term goes up, in both languages.
  package var rising: [String] = []
  /// Words that say that a term goes down.
  package var falling: [String] = []
  /// What it can come to: a sentence with {places}, by the name of the finding.
  package var findings: [String: LocalizedText] = [:]

  package init(name: String, noun: Noun, description: LocalizedText) {
    self.name = name
    self.noun = noun
    self.description = description
  }

  /// Whether it can be computed here.
  package var isComputed: Bool { figure != nil }
}
