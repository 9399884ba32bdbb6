package import Values

/// A computation beyond SQL (drivers, decomposition …) that questions can name.
package struct Analysis: Hashable, Sendable {
  /// A column that the computation adds to the figures of the query; its unit is the computation's.
  package struct Column: Hashable, Sendable {
    package var name: String
    package var label: LocalizedText
    /// Whether it is a difference, shown with its sign.
    package var isSigned: Bool
    /// What its codes are called, where it holds codes.
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
  /// Whether it groups by itself, whatever groups and order the question names.
  package var hasOwnGroups = false
  /// Whether a number of rows asked for ("top 5") cuts its table, though it groups by itself.
  package var keepsLimit = false
  /// Whether a sum of money limits it.
  package var takesAmount = false
  /// Whether a bare number says how many it is to make: « en 4 groupes ».
  package var takesNumber = false
  /// The dimensions that it looks through by itself.
  package var dimensions: [String] = []
  package var columns: [Column] = []
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
