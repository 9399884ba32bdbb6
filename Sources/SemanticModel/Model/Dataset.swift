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

  package var name: String
  package var table: String
  package var kind: Kind
  package var primaryKey: String
  package var time: String?
  package var relationships: [Relationship]
  /// The rows that count; nil for all.
  package var filter: Expression?
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
    label: LocalizedText,
    derivation: Derivation? = nil,
    clock: Expression? = nil,
    money: String? = nil,
    quantity: String? = nil,
    assumes: String? = nil,
    aheadDays: Int? = nil
  ) {
    self.name = name
    self.table = table
    self.kind = kind
    self.primaryKey = primaryKey
    self.time = time
    self.relationships = relationships
    self.filter = filter
    self.label = label
    self.derivation = derivation
    self.clock = clock
    self.money = money
    self.quantity = quantity
    self.assumes = assumes
    self.aheadDays = aheadDays
  }
}
