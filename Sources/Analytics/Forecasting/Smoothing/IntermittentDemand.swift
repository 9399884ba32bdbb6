/// Forecasts for articles that sell on few days: how much at a time, and how often.
enum IntermittentDemand {
  /// Croston's method with the correction of Syntetos and Boylan, units a day.
  ///
  /// Size z and interval p are smoothed on days with demand only; the forecast is (1 − α/2) z / p
  /// (Syntetos and Boylan, "The accuracy of intermittent demand estimates", 2005). The first size and
  /// the first interval start the smoothing.
  static func croston(_ data: ArraySlice<Double>, rate: Double = 0.1) -> Double {
    var size: Double?
    var interval = 0.0
    var gap = 0.0
    for value in data {
      gap += 1
      guard value > 0 else { continue }
      if let last = size {
        size = last + rate * (value - last)
        interval += rate * (gap - interval)
      } else {
        size = value
        interval = gap
      }
      gap = 0
    }
    guard let size, interval > 0 else { return 0 }
    return (1 - rate / 2) * size / interval
  }

  /// The method of Teunter, Syntetos and Babai, units a day: the chance of demand is smoothed every day.
  ///
  /// With x = 1 on days with demand, p ← p + β(x − p) each day and z ← z + α(y − z) on days with demand;
  /// the forecast is p z. It falls when sales stop ("Intermittent demand: linking forecasting to inventory
  /// obsolescence", 2011). Starts from the mean size and frequency of the first half.
  static func tsb(_ data: ArraySlice<Double>, sizeRate: Double, chanceRate: Double) -> Double {
    let half = data.prefix(max(1, data.count / 2))
    let sold = half.filter { $0 > 0 }
    var size = sold.isEmpty ? (data.first { $0 > 0 } ?? 0) : sold.reduce(0, +) / Double(sold.count)
    var chance = half.isEmpty ? 0 : Double(sold.count) / Double(half.count)
    for value in data.dropFirst(half.count) {
      if value > 0 { size += sizeRate * (value - size) }
      chance += chanceRate * ((value > 0 ? 1 : 0) - chance)
    }
    return chance * size
  }

  /// TSB with the chance's rate of least squared one-step error in the second half.
  static func bestTSB(_ data: ArraySlice<Double>) -> Double {
    var best = (error: Double.infinity, rate: 0.02)
    for rate in [0.01, 0.03, 0.1] {
      let error = squaredError(data, chanceRate: rate)
      if error < best.error { best = (error, rate) }
    }
    return tsb(data, sizeRate: 0.05, chanceRate: best.rate)
  }

  private static func squaredError(_ data: ArraySlice<Double>, chanceRate: Double) -> Double {
    let half = data.prefix(max(1, data.count / 2))
    let sold = half.filter { $0 > 0 }
    var size = sold.isEmpty ? 0 : sold.reduce(0, +) / Double(sold.count)
    var chance = Double(sold.count) / Double(half.count)
    var sum = 0.0
    for value in data.dropFirst(half.count) {
      let error = value - chance * size
      sum += error * error
      if value > 0 { size += 0.05 * (value - size) }
      chance += chanceRate * ((value > 0 ? 1 : 0) - chance)
    }
    return sum
  }
}
