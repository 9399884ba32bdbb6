import Analytics
import Diagnostics
import SQLiteStore
import Values

/// Fills `optiflow_accuracy`: how each model did on each product's past, and their combination.
struct AccuracyStep {
  let summaries: [ForecastSummary]
  let file: Connection

  /// Replaces the table, inside the caller's transaction.
  ///
  /// - Returns: how many rows were written.
  func run() throws(Failure) -> Int {
    try file.execute("DELETE FROM optiflow_accuracy")
    let insertion = try file.prepareInsert(
      into: "optiflow_accuracy",
      columns: ["product_id", "model", "wape", "mape", "bias", "rmse", "coverage", "weight"]
    )
    var count = 0
    for summary in summaries {
      guard let report = summary.backtest else { continue }
      var rows = ForecastModel.allCases.compactMap { model in
        report.models[model].map { ($0, model.rawValue, report.weights[model] ?? 0) }
      }
      rows.append((report.combination, "combination", 1))
      for (accuracy, model, weight) in rows {
        try insertion.insert(
          values: [summary.product.id, .text(model)] + Self.values(accuracy, weight)
        )
        count += 1
      }
    }
    return count
  }

  private static func values(_ accuracy: ForecastAccuracy, _ weight: Double) -> [Value] {
    let numbers = [
      accuracy.wape, accuracy.mape, accuracy.bias, accuracy.rmse, accuracy.coverage, weight,
    ]
    return numbers.map { $0.map(Value.real) ?? .null }
  }
}
