package import Values

/// A table of the user's database with its meaning: keys, time, joins, and the rows that count.
package struct Dataset: Hashable, Sendable {
  /// A many-to-one join to another dataset.
  package struct Relationship: Hashable, Sendable {
    package let name: String
    package let target: String
    /// Column of this dataset.
    package let from: String
    /// Column of the target, its key.
    package let key: String

    package init(name: String, target: String, from: String, key: String) {
      self.name = name
      self.target = target
      self.from = from
      self.key = key
    }
  }

  /// How rows stand in time.
  package enum Kind: Hashable, Sendable {
    /// One row a thing: a product, a supplier.
    case entity
    /// One row an event dated by the time column: a sale, a return.
    case flow
    /// A history of levels: the value at a day is the newest row of each key at or before it.
    case snapshot(keys: [String])
  }

  /// Rows computed from a figure told of each member of a dimension: columns `member`, `value`, and `day` when told daily.
  package struct Derivation: Hashable, Sendable {
    package let dimension: String
    package let metric: String
    /// One row a member and day instead of one a member.
    package let isDaily: Bool

    package init(dimension: String, metric: String, isDaily: Bool) {
      self.dimension = dimension
      self.metric = metric
      self.isDaily = isDaily
    }

    /// The columns of the rows.
    package var columns: [String] { isDaily ? ["member", "value", "day"] : ["member", "value"] }
  }

  /// How figures are told along time where nothing is said.
  package struct Trend: Hashable, Sendable {
    /// The unit; nil for the month.
    package let grain: Grain?
    /// Figures told beside the number of rows: alerts resolved beside alerts raised.
    package let figures: [String]
    /// The dimension that the number of rows is split by too.
    package let dimension: String?

    package init(grain: Grain?, figures: [String] = [], dimension: String? = nil) {
      self.grain = grain
      self.figures = figures
      self.dimension = dimension
    }
  }

  /// Rows that rows of another table single out, a yes or no in formulas: days of products with an anomaly.
  package struct Mark: Hashable, Sendable {
    package let name: String
    /// The dataset whose rows single them out.
    package let source: String
    /// Columns of the source by the column of this dataset that they equal; dates are compared by their day.
    package let matches: [String: String]
    /// The rows of the source that do.
    package let condition: Expression?

    package init(name: String, source: String, matches: [String: String], condition: Expression?) {
      self.name = name
      self.source = source
      self.matches = matches
      self.condition = condition
    }
  }

  /// Rows of which later ones take the place: several forecasts of one product and day.
  package struct Versions: Hashable, Sendable {
    /// Columns that are equal in all versions of a row; the time of the dataset is compared by its day.
    package let keys: [String]
    /// The column that tells the newest one; ties go to the higher primary key.
    package let order: String

    package init(keys: [String], order: String) {
      self.keys = keys
      self.order = order
    }
  }

  package var name: String
  package var table: String
  package var kind: Kind
  package var primaryKey: String
  package var time: String?
  package var relationships: [Relationship]
  /// The rows that count; nil for all.
  package var filter: Expression?
  /// Dimensions and segments that tell by themselves which rows count: the amount of cancelled orders is theirs.
  package var filterWaivers: [String]
  /// What the rows are called: « ventes », "sales".
  package var label: LocalizedText
  /// Nil for tables of the database.
  package var derivation: Derivation?
  /// Where the hour of a row is found, when its own date has none: a sale's in its order.
  package var clock: Expression?
  /// The metric that tells its rows in money: « le montant des retours ».
  package var money: String?
  /// The metric that counts what its rows hold: « les retours, en unités ».
  package var quantity: String?
  /// The segment meant when its rows are counted or listed as they stand: alerts are those still active.
  package var assumes: String?
  /// How many days ahead of now its rows reach; nil for rows of what has been.
  package var aheadDays: Int?

  /// How « évolution » of its figures is told; nil for by month, as of any other.
  package var trend: Trend?
  /// The unit that « quels jours » means of its figures where no period is said; nil for days.
  package var dayGrain: Grain?
  /// What formulas may ask of its rows beside their columns.
  package var marks: [Mark]
  /// Which of several versions of a row counts; nil where every row does.
  package var versions: Versions?

  /// Whether its rows are computed by the assistant and kept beside the database.
  package var isComputed: Bool { table.hasPrefix(Self.computedPrefix) }

  /// How the names of the assistant's own tables begin.
  package static let computedPrefix = "optiflow_"

  package init(
    name: String,
    table: String,
    kind: Kind,
    primaryKey: String,
    time: String?,
    relationships: [Relationship],
    filter: Expression?,
    filterWaivers: [String] = [],
    label: LocalizedText,
    derivation: Derivation? = nil,
    clock: Expression? = nil,
    money: String? = nil,
    quantity: String? = nil,
    assumes: String? = nil,
    aheadDays: Int? = nil,
    trend: Trend? = nil,
    dayGrain: Grain? = nil,
    marks: [Mark] = [],
    versions: Versions? = nil
  ) {
    self.name = name
    self.table = table
    self.kind = kind
    self.primaryKey = primaryKey
    self.time = time
    self.relationships = relationships
    self.filter = filter
    self.filterWaivers = filterWaivers
    self.label = label
    self.derivation = derivation
    self.clock = clock
    self.money = money
    self.quantity = quantity
    self.assumes = assumes
    self.aheadDays = aheadDays
    self.trend = trend
    self.dayGrain = dayGrain
    self.marks = marks
    self.versions = versions
  }
  /// The rows that count under the filters of a query; nil for all.
  package func filter(under filters: [Filter]) -> Expression? {
    let isWaived = filters.contains { filter in
      switch filter {
      case .values(let dimension, _, negated: false): filterWaivers.contains(dimension)
      case .segment(let name, _, negated: false): filterWaivers.contains(name)
      default: false
      }
    }
    return isWaived ? nil : self.filter
  }
}
