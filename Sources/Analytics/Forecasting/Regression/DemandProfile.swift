/// The shape of a category's demand: weekdays, seasons, promotion and events, with its level.
///
/// Fitted on the sum of the category's products, where effects show that drown in one product's noise. It is
/// the centre of each product's coefficients, and stands in for them where the product has no history.
package struct DemandProfile: Sendable {
  /// Coefficients by feature, those of the level left out.
  typealias Shape = [DemandFeature: Double]

  /// Units a day of an average product of the category.
  package let typicalLevel: Double
  /// As known so many days before the end of the history, the oldest first.
  private let shapes: [(offset: Int, shape: Shape)]

  init(typicalLevel: Double, shapes: [(offset: Int, shape: Shape)]) {
    self.typicalLevel = typicalLevel
    self.shapes = shapes
  }

  /// The newest shape that was known so many days before the end: no backtest looks ahead.
  func shape(offset: Int) -> Shape? {
    (shapes.last { $0.offset >= offset } ?? shapes.first)?.shape
  }

  /// The profile of a category.
  ///
  /// - Parameters:
  ///   - category: demand of all its products together.
  ///   - productCount: how many they are.
  ///   - calendar: the calendar the products are forecast on.
  /// - Returns: nil when the history is too short to tell a shape.
  package static func fitted(
    _ category: DemandSeries,
    productCount: Int,
    on calendar: DemandCalendar
  ) -> DemandProfile? {
    let series = AlignedSeries(category, on: calendar)
    let plan = BacktestPlan(history: series.quantities.count)
    guard !plan.offsets.isEmpty, series.quantities.contains(where: { $0 > 0 }) else { return nil }
    let table = calendar.features
    var shapes: [(offset: Int, shape: Shape)] = []
    var fit: DemandRegression?
    for offset in plan.offsets + [0] {
      let count = series.quantities.count - offset
      let prior = CoefficientPrior(table: table, history: count, profile: nil)
      let next =
        DemandRegression(series, count: count, table: table, prior: prior, start: fit)
      fit = next
      var shape: Shape = [:]
      for (column, feature) in table.columns.enumerated() where !feature.isLevel {
        shape[feature] = next.coefficients[column]
      }
      shapes.append((offset, shape))
    }
    let recent = series.quantities.suffix(90)
    let level = recent.reduce(0, +) / Double(recent.count) / Double(max(1, productCount))
    return DemandProfile(typicalLevel: level, shapes: shapes)
  }
}
