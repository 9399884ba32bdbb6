package import Values

/// A figure: a formula over one dataset, or over other metrics.
package struct Metric: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable {
    case currency, count, percent, days, number, date, text
  }

  /// Which way is good, for "best" and "worst".
  package enum Better: String, Hashable, Sendable {
    case higher, lower, neutral
  }

  /// The two figures that a figure lies between on four days of five.
  package struct Interval: Hashable, Sendable {
    /// Metrics.
    package var lower: String
    package var upper: String

    package init(lower: String, upper: String) {
      self.lower = lower
      self.upper = upper
    }
  }

  package var name: String
  /// The dataset of the aggregates; nil when the formula only names metrics.
  package var dataset: String?
  package var expression: Expression
  package var unit: Unit
  package var better: Better
  /// Days counted back from the end of the period, whatever the period asked ("units of the last 30 days").
  package var trailingDays: Int?
  /// The period meant when none is said, in days back from now.
  package var defaultDays: Int?
  /// What an empty group is worth: 0 for sums and counts, unknown otherwise.
  package var emptyIsZero: Bool
  /// Days of the history over which levels are averaged ("average stock"); false: the level at the end.
  package var averagesSnapshots: Bool
  package var noun: Noun
  /// One sentence that says how it is computed.
  package var description: LocalizedText
  /// Things said with every answer that uses it ("at purchase cost").
  package var caveat: LocalizedText?
  /// The figures that the same words mean when they are said of things this one knows nothing of.
  ///
  /// A delivery is ours to a customer, or a supplier's to us. In the order in which they are tried.
  package var alternatives: [String]
  /// The same for its weak words only: an amount is money of whatever is spoken of.
  package var weakAlternatives: [String]
  /// The figure of what is still to come, for periods ahead: receipts expected, where orders placed are meant otherwise.
  package var upcoming: String?
  /// The figure of what was, for periods that are over, where this one tells what is to come.
  package var past: String?
  /// The thing it is told of one by one, to be added up: what one product has too much of fills no gap of another.
  package var toldBy: String?
  /// The figures at the ends of its 80 % interval, where it tells what is not certain.
  package var interval: Interval?
  /// The figure of the same that was: the sales before forecast sales.
  package var history: String?
  /// The figure of what is under way already and not taken off this one, said with it.
  package var underway: String?
  /// The figure at the other end: the first sale to the last one, so that « première et dernière » names both.
  package var opposite: String?
  /// What came of it, where the metric is a promise: the announced lead time's is the lead time.
  package var actual: String?
  /// The analysis meant where a sum of money is said with it: « avec 5 000 €, que commander ? ».
  package var withAmount: String?
  /// The figures it is computed from, told beside it where it is told of one thing.
  package var steps: [String]
  /// What tells it where its rows do not carry a dimension: an analysis, and the figure that it is made from.
  package var beyond: Beyond?
  /// The same figure less the rows of a dataset: revenue « hors retours »; dataset → metric.
  package var without: [String: String]

  /// An analysis of another figure in place of one that cannot be split.
  package struct Beyond: Hashable, Sendable {
    package let analysis: String
    package let figure: String

    package init(analysis: String, figure: String) {
      self.analysis = analysis
      self.figure = figure
    }
  }

  /// The figure told instead where the database has no rows for this one: what its words mean all the same.
  package var fallback: String?
  /// What it means that there is no value.
  package var unknownMeans: LocalizedText?
  /// What values as computed are called, for a figure that is a word: "succeeded" → « réussi ».
  package var valueLabels: [String: LocalizedText]
  /// What is told with it, and of what; nil for a figure that is told alone.
  package var telling: Telling?

  /// How a figure that says little alone is told.
  package struct Telling: Hashable, Sendable {
    /// All figures in their order, itself among them where it is one of them.
    package var figures: [String]
    /// What they are told by where nothing is said; nil for no groups.
    package var spread: Spread?
    /// The segment that they are told of.
    package var among: String?
    /// Whether the lowest figure of its own comes first where they are told by things.
    package var isLowestFirst: Bool

    package init(
      figures: [String],
      spread: Spread? = nil,
      among: String? = nil,
      isLowestFirst: Bool = false
    ) {
      self.figures = figures
      self.spread = spread
      self.among = among
      self.isLowestFirst = isLowestFirst
    }
  }

  /// The groups that figures are told by.
  package enum Spread: Hashable, Sendable {
    /// Along the period, by a unit that makes a table of it.
    case time
    /// The things of a dimension, ranked by the figure, with properties of theirs.
    case things([String])
  }

  /// Whether it counts rows and nothing more.
  package var countsRows: Bool { expression == .call("count", []) }

  package init(
    name: String,
    dataset: String?,
    expression: Expression,
    unit: Unit,
    better: Better,
    trailingDays: Int? = nil,
    defaultDays: Int? = nil,
    emptyIsZero: Bool,
    averagesSnapshots: Bool = false,
    noun: Noun,
    description: LocalizedText,
    caveat: LocalizedText? = nil,
    alternatives: [String] = [],
    weakAlternatives: [String] = [],
    upcoming: String? = nil,
    past: String? = nil,
    toldBy: String? = nil,
    interval: Interval? = nil,
    history: String? = nil,
    underway: String? = nil,
    opposite: String? = nil,
    actual: String? = nil,
    withAmount: String? = nil,
    steps: [String] = [],
    beyond: Beyond? = nil,
    without: [String: String] = [:],
    fallback: String? = nil,
    unknownMeans: LocalizedText? = nil,
    valueLabels: [String: LocalizedText] = [:],
    telling: Telling? = nil
  ) {
    self.name = name
    self.dataset = dataset
    self.expression = expression
    self.unit = unit
    self.better = better
    self.trailingDays = trailingDays
    self.defaultDays = defaultDays
    self.emptyIsZero = emptyIsZero
    self.averagesSnapshots = averagesSnapshots
    self.noun = noun
    self.description = description
    self.caveat = caveat
    self.alternatives = alternatives
    self.weakAlternatives = weakAlternatives
    self.upcoming = upcoming
    self.past = past
    self.toldBy = toldBy
    self.interval = interval
    self.history = history
    self.underway = underway
    self.opposite = opposite
    self.actual = actual
    self.withAmount = withAmount
    self.steps = steps
    self.beyond = beyond
    self.without = without
    self.fallback = fallback
    self.unknownMeans = unknownMeans
    self.valueLabels = valueLabels
    self.telling = telling
  }
}
