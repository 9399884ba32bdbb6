/// The level of demand relative to its expected shape, with old days counting less.
enum AdaptiveLevel {
  /// Σ w y / Σ w f with w halving every `halfLife` days, both sums begun with the shape's own level.
  ///
  /// The estimate of a Poisson rate with discounted Gamma prior (Harrison and West, "Bayesian Forecasting and
  /// Dynamic Models", 1997, ch. 14): right in the mean for few sales, and quick after a change of level.
  ///
  /// - Parameters:
  ///   - data: units a day.
  ///   - shape: expected units of each day, up to a common factor.
  ///   - prior: the factor before any data.
  ///   - halfLife: days.
  /// - Returns: the factor to multiply the shape of later days by.
  static func factor(
    _ data: ArraySlice<Double>,
    shape: ArraySlice<Double>,
    prior: Double,
    halfLife: Double
  ) -> Double {
    // 1 − w of a day is ln 2 / halfLife up to second order; the exact root needs no better.
    let keep = 1 - 0.693_147 / halfLife + 0.240_227 / (halfLife * halfLife)
    let usual = shape.isEmpty ? 1 : shape.reduce(0, +) / Double(shape.count)
    // As much prior as a seventh of the days remembered.
    var below = usual * halfLife / 5
    var above = prior * below
    for (value, expected) in zip(data, shape) {
      above = above * keep + value
      below = below * keep + expected
    }
    return below > 0 ? above / below : prior
  }
}
