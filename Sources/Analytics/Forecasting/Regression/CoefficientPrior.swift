/// Where coefficients are expected before a product's own data, and how firmly.
struct CoefficientPrior {
  /// Expected values, one a column.
  var centres: [Double]
  /// Deviations around them, one a column.
  var spreads: [Double]
  /// Deviation of the level's change from one knot to the next.
  var knotStep = usualKnotStep

  /// Days of history below which nothing is said of the year, and from which all is.
  private static let yearBounds = 300.0...700.0

  /// Without a profile the centres are 0, or what the calendar's events are said to do; with one they are the category's, held more firmly.
  ///
  /// - Parameters:
  ///   - table: what the columns are, and what somebody expects of some.
  ///   - history: days of data; a short history cannot tell a season of the year from a trend.
  ///   - profile: the category's coefficients.
  init(table: FeatureTable, history: Int, profile: DemandProfile.Shape?) {
    let columns = table.columns
    let bounds = Self.yearBounds
    let known =
      (Double(history) - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)
    let yearShare = min(1, max(0, known))
    centres = [Double](repeating: 0, count: columns.count)
    for (column, centre) in table.expected { centres[column] = centre }
    spreads = columns.map(\.spread)
    for (index, column) in columns.enumerated() {
      if let centre = profile?[column], !column.isLevel {
        centres[index] = centre
        spreads[index] *= Self.firmness
      } else if case .yearly = column {
        spreads[index] *= max(0.01, yearShare)
      }
      if case .drift = column { spreads[index] *= min(1, max(0.05, Double(history) / 730)) }
    }
  }

  /// The knots' step where a product's own is not known.
  static let usualKnotStep = 0.1

  /// A product departs from its category by this share of what a product may depart from 0.
  private static let firmness = 0.4
}
