package import Values

/// What a question asks, independent of its language and of SQL: the meeting point of understanding and planning.
///
/// Read as a pipeline: rows of the measures' facts → `filters` and `period` → one group per `keys` →
/// `conditions` on the groups → `rollup` over some keys → `order` and `limit`.
package struct Query: Hashable, Sendable {
  package var measures: [Measure] = []
  package var keys: [Key] = []
  package var filters: [Filter] = []
  package var conditions: [Condition] = []
  package var population = Population.facts
  /// Nil: all the history for flows, now for levels.
  package var period: Period?
  package var comparison: Period?
  package var rollup: Rollup?
  package var order: Order?
  package var limit: Int?
  /// Groups left out before the first one shown: 2 for « le troisième ».
  package var skip = 0
  /// The limit counts within each group of this key ("top 2 within each category").
  package var limitWithin: Key?
  /// Keeps only the groups whose first figure went up (true) or down (false) against the comparison.
  package var onlyRising: Bool?
  /// Values run up along the time axis.
  package var isCumulative = false
  /// What is computed of the figures beyond SQL; nil: the figures themselves.
  package var analysis: AnalysisCall?

  package init() {}
}

/// A computation of the corpus, as a question calls for it.
package struct AnalysisCall: Hashable, Sendable {
  /// The name of the `Analysis`.
  package var name: String
  /// The sum of money that limits it, in the currency of the database.
  package var amount: Double?
  /// The number that it is asked with: of groups to be made.
  package var number: Double?
  /// The figure it is told of, where the query is one of its own figure: « effet du Black Friday sur le CA ».
  package var measured: String?
  /// Which way the question takes the figure to have gone: « pourquoi la marge a baissé ».
  package var expectsRise: Bool?
  /// What the question says for the analysis's own terms: −0.1 for `price` in « si je baisse le prix de 10 % ».
  package var terms: [String: Double] = [:]
  /// The terms named without a number: « en privilégiant le délai ».
  package var stressed: Set<String> = []
  /// The things it speaks of, where the analysis groups by itself: customers in « des doublons clients ? ».
  package var things: [String] = []
  /// Whether one thing is pointed at that the question does not name: « cette commande ».
  package var pointsAtOne = false
  /// The groups said (« par région ») where the analysis groups by itself.
  package var groupsLeftOut: [Key] = []
  /// The number of rows said ("top 5").
  package var limitSaid: Int?

  package init(_ name: String) {
    self.name = name
  }
}

/// One figure of a query.
package struct Measure: Hashable, Sendable {
  package enum Display: Hashable, Sendable {
    case value
    /// The figure as a share of the same figure without the measure's own filters, or of the total over the groups.
    case share
  }

  package var metric: String
  package var display = Display.value
  /// The figure that a share is a share of, where it is another one: purchases as a percentage of the cost of goods.
  package var whole: String?
  /// Filters of this figure alone ("share of revenue without discount").
  package var filters: [Filter] = []
  /// A period of this figure alone; nil for the query's.
  package var period: Period?
  /// Replaces the metric's trailing days ("not sold for 60 days").
  package var trailingDays: Int?
  /// What is ordered beyond the need, a fraction ("with a 20 % margin"); nil for the standard one.
  package var margin: Double?
  /// The costs said for an economic order quantity.
  package var terms = OrderTerms()

  package init(_ metric: String) {
    self.metric = metric
  }

  /// Whether it is a share of a figure that is read beside it, and not of its own total over the groups.
  package var isPartOfOther: Bool { display == .share && (whole != nil || !filters.isEmpty) }
}

/// What rows are grouped by.
package enum Key: Hashable, Sendable {
  case dimension(String)
  case time(Grain)

  /// The dimension's name; nil for time.
  package var dimension: String? { if case .dimension(let name) = self { name } else { nil } }
}

package enum ComparisonOperator: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A restriction of the rows.
package indirect enum Filter: Hashable, Sendable {
  /// The dimension is (or, negated, is not) one of these values.
  case values(dimension: String, values: [NamedValue], negated: Bool)
  /// The name contains all of these folded words: a group of things called by a common word.
  case nameMatches(dimension: String, words: [String], negated: Bool)
  /// Nothing is entered: « sans catégorie », "with no supplier". An empty text counts as nothing.
  case missing(dimension: String)
  /// A numeric or date dimension compared with a value.
  case compare(dimension: String, ComparisonOperator, Value)
  /// The rows of a segment ("discounted"), or (negated) the others.
  case segment(String, days: Int?, negated: Bool)
  /// ISO weekdays, 1 is Monday.
  case weekdays([Int])
  /// Hours of the day, any of them.
  case hours([DayHours])
  /// The entity is (or is not) among the groups of another query with that entity as its only key.
  case membership(dimension: String, Query, negated: Bool)

  /// The dimension whose values it restricts; nil for segments, weekdays, hours and memberships.
  package var dimension: String? {
    switch self {
    case .values(let name, _, _), .nameMatches(let name, _, _), .compare(let name, _, _),
      .missing(let name):
      name
    case .membership, .segment, .weekdays, .hours: nil
    }
  }
}

/// A value of a dimension: its key as stored, its name as shown.
package struct NamedValue: Hashable, Sendable {
  package var key: Value
  package var name: String

  package init(key: Value, name: String) {
    self.key = key
    self.name = name
  }
}

/// A restriction of the groups by a figure.
package struct Condition: Hashable, Sendable {
  package enum Operand: Hashable, Sendable {
    case number(Double)
    /// An ISO date.
    case text(String)
    case measure(Measure)
  }

  package var measure: Measure
  package var comparison: ComparisonOperator
  package var operand: Operand

  package init(_ measure: Measure, _ comparison: ComparisonOperator, _ operand: Operand) {
    self.measure = measure
    self.comparison = comparison
    self.operand = operand
  }
}

/// Which groups there are.
package enum Population: Hashable, Sendable {
  /// Those with rows.
  case facts
  /// All of the entity, those without rows too ("never sold", "least sold").
  case every(String)
}

/// A second aggregation: over all groups, or over the groups of one key within the others.
package struct Rollup: Hashable, Sendable {
  package enum Function: String, Hashable, Sendable {
    case count, sum, mean, median, minimum, maximum, deviation
    /// Share of groups that satisfy the conditions, of all groups.
    case shareOfCount
    /// Share of the figure held by the groups kept, in the total of all groups.
    case shareOfTotal
  }

  package var functions: [Function]
  /// The key folded away; nil for all keys.
  package var over: Key?

  package init(_ functions: [Function], over: Key? = nil) {
    self.functions = functions
    self.over = over
  }
}

/// How groups are sorted.
package struct Order: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    case measure(Int)
    /// Relative change against the comparison period.
    case change(Int)
    /// Absolute difference with the comparison period.
    case difference(Int)
    case key(Int)
  }

  package var subject: Subject
  package var isDescending: Bool

  package init(_ subject: Subject, descending: Bool) {
    self.subject = subject
    self.isDescending = descending
  }
}
