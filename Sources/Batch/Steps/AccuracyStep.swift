import Analytics
import Diagnostics
import SQLiteStore
import Values

/// Fills `optiflow_accuracy`: how each model did on each product's past, and their combination; and
/// `optiflow_backtest`: the newest of those days one by one.
struct AccuracyStep {
  let summaries: [ForecastSummary]
  let file: Connection
  /// The day the forecasts were made for.
  let now: CalendarDay

  /// Replaces the tables, inside the caller's transaction.
  ///
  /// - Returns: how many rows were written.
  func run() throws(Failure) -> Int { try writeModels() + writeDays() }

  private func writeModels() throws(Failure) -> Int {
    try file.execute("DELETE FROM optiflow_accuracy")
    let insertion = try file.prepareInsert(
      into: "optiflow_accuracy",
      columns: [
        "product_id", "model", "wape", "mape", "bias", "rmse", "coverage", "weight", "days",
        "actual",
        "error", "absolute_error", "squared_error",
      ]
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
    let totals = accuracy.totals
    let sums = [totals.actual, totals.error, totals.absoluteError, totals.squaredError]
    return numbers.map { $0.map(Value.real) ?? .null } + [.integer(Int64(accuracy.count))]
      + sums.map(Value.real)
  }

  private func writeDays() throws(Failure) -> Int {
    try file.execute("DELETE FROM optiflow_backtest")
    let insertion = try file.prepareInsert(
      into: "optiflow_backtest",
      columns: ["product_id", "day", "days_ahead", "predicted", "lower", "upper", "actual"]
    )
    var count = 0
    for summary in summaries {
      for day in summary.backtest?.days ?? [] {
        try insertion.insert(values: [
          summary.product.id, .text(now.adding(days: -day.age).iso), .integer(Int64(day.daysAhead)),
          .real(day.expected), .real(day.interval.lowerBound), .real(day.interval.upperBound),
          .real(day.actual),
        ])
        count += 1
      }
    }
    return count
  }
}
