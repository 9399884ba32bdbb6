import SemanticModel
import Values

/// Which rows of a dataset in time, and how levels are read.
enum Window: Hashable {
  /// Rows dated in the period; nil bounds are open. For entities and undated rows: all.
  case rows(Period)
  /// The newest level of each key at or before a day.
  case level(at: CalendarDay)
  /// Levels at each snapshot date of the period.
  case levels(Period)
  /// Levels at the end of each bucket of the time axis.
  case levelPerBucket(Period)
}

/// One pass over one dataset: what a subquery of the statement reads.
struct Arm: Hashable {
  let dataset: String
  let window: Window
  let filters: [Filter]
  /// Whether its time keys are moved onto the axis of the period it is compared with.
  let isComparison: Bool
}

/// One aggregate over one arm; figures are formulas over components.
struct Component: Hashable {
  enum Function: String {
    case sum = "SUM"
    case count = "COUNT"
    case countDistinct = "COUNT_DISTINCT"
    case minimum = "MIN"
    case maximum = "MAX"
    case squareSums = "SQUARE_SUMS"
  }

  let arm: Arm
  let function: Function
  /// Nil for a count of rows.
  let argument: Expression?
  /// The thing that `squareSums` sums by; nil for the others.
  var thing: Expression?
}

/// Under which period and filters a figure is computed.
struct Variant: Hashable {
  var period: Period?
  var filters: [Filter]
  var isComparison = false
  /// Replaces the trailing days of the metrics that have some.
  var trailingDays: Int?
  /// What is ordered beyond the need; nil for the standard margin.
  var margin: Double?
  /// The costs said for an economic order quantity.
  var terms = OrderTerms()
}
