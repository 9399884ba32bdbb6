package import Values

/// Something figures are split or filtered by: a product, a category, a city, a status.
package struct Dimension: Hashable, Sendable {
  package enum ValueType: String, Hashable, Sendable {
    case text, number, date, boolean
  }

  /// How the names of its values come into the value index.
  package enum ValuePolicy: String, Hashable, Sendable {
    /// Names are looked up in questions.
    case indexed
    /// Codes and references: exact lookups only.
    case codes
    /// Never looked up (numbers, dates).
    case none
  }

  /// What a value says to those who act on it.
  package enum Meaning: String, CaseIterable, Hashable, Sendable {
    case critical, warning, fine
  }

  package var name: String
  /// The dataset it is a property of.
  package var dataset: String
  /// What tells two values apart (an id), a formula over fields of `dataset`.
  package var key: Expression
  /// What the reader sees.
  package var label: Expression
  /// Other ways to reach it from a dataset that has it itself: dataset → (key, label).
  package var overrides: [String: Override]
  package var type: ValueType
  package var policy: ValuePolicy
  /// Whether its values are things that can be listed and counted (products), and so the dataset's entity.
  package var isEntity: Bool
  /// Whether its names are those of persons, or lead to them: no language model ever sees them.
  package var isPersonal: Bool
  /// A class computed over an entity: "abc" or "rfm"; nil for plain columns.
  package var computation: String?
  package var noun: Noun
  package var description: LocalizedText
  /// The figure that tells when a thing happens: what « quand » asks of it.
  package var dateMetric: String?
  /// Dimensions that a list of its things tells of each one beside what was asked: whose an order is, what of.
  package var details: [String]
  /// The figures of a list of its things where none is asked for.
  package var showing: [String]
  /// The dimension meant where a value stands right beside a thing of `dataset`: « clients de la région X ».
  package var besideOwner: String?
  /// Words for values: folded phrase → value as stored ("carte bancaire" → "card").
  package var valueWords: [ValueWord]
  /// Values as stored that are good or bad news: "critical" → critical.
  package var meanings: [String: Meaning]

  /// Whether its values are places where stock lies, or parts of them.
  package var isPlace: Bool { ["warehouses", "stock"].contains(dataset) }

  package struct Override: Hashable, Sendable {
    package var key: Expression
    package var label: Expression

    package init(key: Expression, label: Expression) {
      self.key = key
      self.label = label
    }
  }

  /// A value of a closed list, with its names in both languages.
  package struct ValueWord: Hashable, Sendable {
    package var value: String
    package var label: LocalizedText
    package var synonyms: [String]
    /// The metric that counts its rows: fraud orders for suspected fraud.
    package var count: String?
    /// The segment of the same rows, whose words name the value where several stand side by side.
    package var segment: String?

    package init(
      value: String,
      label: LocalizedText,
      synonyms: [String],
      count: String? = nil,
      segment: String? = nil
    ) {
      self.value = value
      self.label = label
      self.synonyms = synonyms
      self.count = count
      self.segment = segment
    }
  }

  package init(
    name: String,
    dataset: String,
    key: Expression,
    label: Expression,
    overrides: [String: Override],
    type: ValueType,
    policy: ValuePolicy,
    isEntity: Bool,
    isPersonal: Bool = false,
    computation: String?,
    noun: Noun,
    description: LocalizedText,
    valueWords: [ValueWord],
    meanings: [String: Meaning] = [:],
    besideOwner: String? = nil,
    dateMetric: String? = nil,
    details: [String] = [],
    showing: [String] = []
  ) {
    self.name = name
    self.dataset = dataset
    self.key = key
    self.label = label
    self.overrides = overrides
    self.type = type
    self.policy = policy
    self.isEntity = isEntity
    self.isPersonal = isPersonal
    self.computation = computation
    self.noun = noun
    self.description = description
    self.valueWords = valueWords
    self.meanings = meanings
    self.besideOwner = besideOwner
    self.dateMetric = dateMetric
    self.details = details
    self.showing = showing
  }
}
