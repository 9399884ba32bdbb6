/// A day to come on which much more is expected than on the others.
///
/// Its forecast exceeds mean + k σ, both of the days of the forecast (σ of the sample).
package struct DemandPeak: Sendable, Equatable {
  /// Days from now.
  package let day: Int
  /// Expected demand, units.
  package let forecast: Double
  /// The mean of all days, units.
  package let mean: Double
  /// mean + k σ, units.
  package let threshold: Double

  /// Forecast ÷ mean.
  package var ratio: Double { forecast / mean }

  /// The peaks among days, in their order.
  ///
  /// - Parameters:
  ///   - means: units a day from the day after now.
  ///   - factor: k, above 0.
  /// - Returns: none where all days are alike, or fewer than three.
  /// - Throws: `notPositive` for a factor that is not above 0.
  package static func found(
    in means: [Double],
    factor: Double = 2
  ) throws(ReplenishmentError) -> [DemandPeak] {
    try ReplenishmentError.check(factor, .peakFactor)
    guard means.count >= 3 else { return [] }
    let (mean, threshold) = scale(of: means, factor: factor)
    return means.enumerated().compactMap { step, forecast in
      guard BinaryNoise.isAbove(forecast, threshold) else { return nil }
      return DemandPeak(day: step + 1, forecast: forecast, mean: mean, threshold: threshold)
    }
  }

  /// What days are measured by: their mean, and mean + k σ from which a day is a peak.
  package static func scale(of means: [Double], factor: Double = 2) -> (
    mean: Double, threshold: Double
  ) {
    let moments = SampleMoments(means)
    return (moments.mean, moments.mean + factor * moments.deviation)
  }
}
