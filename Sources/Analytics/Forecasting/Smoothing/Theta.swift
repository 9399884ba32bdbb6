/// The Theta method: half of the long straight trend, and simple exponential smoothing.
///
/// Of Assimakopoulos and Nikolopoulos (2000); equal to smoothing with half the slope of the regression on time as
/// drift (Hyndman and Billah, "Unmasking the Theta method", 2003): with level l after n days, rate α and slope b,
/// ŷ(n + h) = l + b/2 · (h − 1 + (1 − (1 − α)ⁿ) / α). Data are to be without season.
struct Theta {
  /// l.
  let level: Double
  /// b/2, units a day.
  let drift: Double
  /// α.
  let rate: Double
  private let dayCount: Int

  /// Fits a series by the least one-step error.
  ///
  /// - Parameters:
  ///   - data: a series without season.
  ///   - rates: α to choose from.
  init(_ data: [Double], rates: [Double] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4]) {
    dayCount = data.count
    drift = Self.slope(data) / 2
    var best = (error: Double.infinity, level: 0.0, rate: rates.first ?? 0.1)
    for rate in rates {
      let run = Self.smooth(data, rate)
      if run.error < best.error { best = (run.error, run.level, rate) }
    }
    level = best.level
    rate = best.rate
  }

  /// The values after the data; they may be negative.
  func path(horizon: Int) -> [Double] {
    var rest = 1.0
    for _ in 0..<min(dayCount, 5000) { rest *= 1 - rate }
    let offset = (1 - rest) / rate
    return (0..<horizon).map { level + drift * (Double($0) + offset) }
  }

  private static func smooth(_ data: [Double], _ rate: Double) -> (error: Double, level: Double) {
    var level = data.first ?? 0
    var sum = 0.0
    for value in data.dropFirst() {
      let error = value - level
      sum += error * error
      level += rate * error
    }
    return (sum, level)
  }

  /// Slope of the least squares line through the data.
  private static func slope(_ data: [Double]) -> Double {
    let count = Double(data.count)
    guard count > 1 else { return 0 }
    let middle = (count - 1) / 2
    let sum = data.indices.reduce(0.0) { $0 + (Double($1) - middle) * data[$1] }
    return sum / (count * (count * count - 1) / 12)
  }
}
