/// Exponential smoothing with damped additive trend and additive weekly season, ETS(A,Ad,A).
///
/// Level l, trend b, season s of period 7, error e = y − (l + φb + s):
/// l ← l + φb + αe, b ← φb + βe, s ← s + γe
/// (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed., 8.5, error correction form).
struct ExponentialSmoothing {
  /// How fast each component follows the data.
  struct Rates: Hashable {
    /// α of the level.
    var level: Double
    /// β of the trend; 0 keeps it at its first value, none.
    var trend: Double
    /// γ of the season.
    var season: Double
    /// φ: the share of the trend that is left a day later.
    var damping = 0.98
  }

  /// The level after the last day.
  private(set) var level: Double
  /// Its change a day.
  private(set) var trend = 0.0
  /// By day of the week, counted from the first day of the data.
  private(set) var season: [Double]
  /// Sum of squared one-step errors after the first four weeks.
  private(set) var squaredError = 0.0
  private var dayCount = 0
  private let damping: Double

  /// Runs over the data once; the season starts from the mean of the first eight weeks.
  init(_ data: [Double], rates: Rates) {
    damping = rates.damping
    let first = data.prefix(56)
    let mean = first.isEmpty ? 0 : first.reduce(0, +) / Double(first.count)
    level = mean
    var start = [Double](repeating: 0, count: 7)
    for weekday in 0..<min(7, first.count) {
      let days = stride(from: weekday, to: first.count, by: 7).map { first[$0] }
      // Shrunk, as a weekday's mean of a few weeks is uncertain.
      let share = Double(days.count) / Double(days.count + 2)
      start[weekday] = share * (days.reduce(0, +) / Double(days.count) - mean)
    }
    season = start
    run(data, rates)
  }

  private mutating func run(_ data: [Double], _ rates: Rates) {
    var weekday = 0
    data.withUnsafeBufferPointer { data in
      season.withUnsafeMutableBufferPointer { season in
        for day in 0..<data.count {
          let before = level + damping * trend
          let error = data[day] - before - season[weekday]
          level = before + rates.level * error
          trend = damping * trend + rates.trend * error
          season[weekday] += rates.season * error
          if day >= 28 { squaredError += error * error }
          weekday = weekday == 6 ? 0 : weekday + 1
        }
      }
    }
    dayCount = data.count
  }

  /// The expected values after the data; they may be negative.
  func path(horizon: Int) -> [Double] {
    var sum = 0.0
    var step = 1.0
    return (0..<horizon).map { ahead in
      step *= damping
      sum += step
      return level + sum * trend + season[(dayCount + ahead) % 7]
    }
  }

  /// The run with the least one-step error among a coarse grid.
  static func best(_ data: [Double]) -> ExponentialSmoothing {
    var best = ExponentialSmoothing(data, rates: grid[0])
    for rates in grid.dropFirst() {
      let candidate = ExponentialSmoothing(data, rates: rates)
      if candidate.squaredError < best.squaredError { best = candidate }
    }
    return best
  }

  private static let grid: [Rates] = [0.02, 0.06, 0.15, 0.35].flatMap { level in
    [0, 0.003].flatMap { trend in
      [0.01, 0.05].map { Rates(level: level, trend: trend, season: $0) }
    }
  }
}
