/// What was forecast for a day of a product, and what was sold.
package struct ForecastPair: Sendable, Equatable {
  /// Whose day it is.
  package let productDay: ProductDay
  /// Days from the forecast to the day, from 1; nil when unknown.
  package let daysAhead: Int?
  /// Units sold.
  package let actual: Double
  /// Units forecast.
  package let forecast: Double
  /// The interval of the forecast; nil when unknown.
  package let interval: ClosedRange<Double>?

  /// Puts a forecast beside what was sold.
  ///
  /// - Parameters:
  ///   - productDay: whose day it is.
  ///   - daysAhead: days from the forecast to the day.
  ///   - actual: units sold.
  ///   - forecast: units forecast.
  ///   - interval: of the forecast.
  package init(
    _ productDay: ProductDay,
    daysAhead: Int? = nil,
    actual: Double,
    forecast: Double,
    interval: ClosedRange<Double>? = nil
  ) {
    self.productDay = productDay
    self.daysAhead = daysAhead
    self.actual = actual
    self.forecast = forecast
    self.interval = interval
  }

  /// Forecast − actual, units.
  package var error: Double { forecast - actual }

  /// |error| ÷ actual, percent; nil where nothing was sold.
  package var errorPercent: Double? { actual > 0 ? 100 * abs(error) / actual : nil }

  /// How near the forecast was; nil where something was forecast and nothing sold, which has no percentage.
  package var status: DayStatus? {
    if actual == 0, forecast == 0 { return .near }
    return errorPercent.map(DayStatus.init)
  }
}
