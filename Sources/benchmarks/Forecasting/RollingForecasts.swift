import Analytics
import Diagnostics
import Values

/// Forecasts of all products at several origins, each from what was known then.
struct RollingForecasts {
  /// One product's forecast at one origin.
  struct Item: Sendable {
    /// Its position in the set.
    let product: Int
    /// The last day known.
    let now: CalendarDay
    /// What came.
    let actual: [Double]
    /// What was expected.
    let forecast: Forecast
  }

  /// Origin after origin, the oldest first, product after product.
  private(set) var items: [Item] = []
  /// Seconds that forecasting took.
  private(set) var seconds = 0.0

  /// Forecasts the last `origins` × `horizon` days of a set in steps of the horizon.
  init(_ set: DemandSet, origins: Int, horizon: Int, usesProfiles: Bool) {
    let clock = ContinuousClock()
    for origin in (1...origins).reversed() {
      let now = set.lastDay.adding(days: -origin * horizon)
      let start = clock.now
      let calendar = set.calendar(now: now, horizon: horizon)
      let profiles = usesProfiles ? set.profiles(on: calendar, now: now) : [:]
      let chosen = set.products.indices.filter { set.products[$0].firstDay <= now }
      items += Parallel.map(chosen) { position in
        let product = set.products[position]
        let request = ForecastRequest(horizon: horizon, profile: profiles[product.group])
        let known = set.known(product, now: now)
        let forecast = DemandForecaster.forecast(known, on: calendar, request)
        let first = now.ordinal - product.firstDay.ordinal + 1
        let actual = (first..<first + horizon).map {
          product.quantities.indices.contains($0) ? product.quantities[$0] : 0
        }
        return Item(product: position, now: now, actual: actual, forecast: forecast)
      }
      seconds += (clock.now - start).milliseconds / 1000
    }
  }

  /// `series,now,step,actual,combination,median,lower,upper,` and a column for each model.
  func lines(_ set: DemandSet) -> [String] {
    let models = ForecastModel.allCases
    let head = ["series", "now", "step", "actual", "combination", "median", "lower", "upper"]
    var lines = [(head + models.map(\.rawValue)).joined(separator: ",")]
    for item in items {
      for (step, day) in item.forecast.days.enumerated() {
        let figures =
          [item.actual[step], day.mean, day.median, day.lower, day.upper]
          + models.map { item.forecast.models[$0]?[step] ?? day.mean }
        lines.append(
          "\(set.products[item.product].name),\(item.now.iso),\(step + 1),"
            + figures.map { String(($0 * 1e5).rounded() / 1e5) }.joined(separator: ",")
        )
      }
    }
    return lines
  }
}
