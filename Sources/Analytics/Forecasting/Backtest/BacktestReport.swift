/// How the models forecast the product's past from days before it.
package struct BacktestReport: Sendable {
  /// Days forecast at each origin.
  package let horizon: Int
  /// Origins.
  package let originCount: Int
  /// Accuracy of each model.
  package let models: [ForecastModel: ForecastAccuracy]
  /// Accuracy of the combination with the weights below; its coverage is that of its intervals.
  ///
  /// Weights and intervals are chosen on these same days, which flatters it a little.
  package let combination: ForecastAccuracy
  /// Weights above 0; their sum is 1.
  package let weights: [ForecastModel: Double]
  /// The newest days one by one, the oldest first.
  package let days: [BacktestDay]
}
