import Analytics
import Values

/// Accuracy of rolling forecasts over all products together: sums of errors over sums of demand.
struct ForecastScores {
  /// By name: models, `combination`, `median`.
  private(set) var accuracy: [(name: String, accuracy: ForecastAccuracy)] = []
  /// The combination's accuracy for the sums of each forecast's days.
  let totals: ForecastAccuracy

  /// Scores all items together.
  init(_ items: [RollingForecasts.Item]) {
    let actual = items.flatMap(\.actual)
    for model in ForecastModel.allCases {
      let expected = items.flatMap { item in
        item.forecast.models[model] ?? item.forecast.days.map(\.mean)
      }
      accuracy.append((model.rawValue, ForecastAccuracy(actual: actual, forecast: expected)))
    }
    let days = items.flatMap(\.forecast.days)
    let intervals = days.map { $0.lower...$0.upper }
    let means = days.map(\.mean)
    accuracy.append(
      ("combination", ForecastAccuracy(actual: actual, forecast: means, intervals: intervals))
    )
    accuracy.append(
      ("median", ForecastAccuracy(actual: actual, forecast: days.map(\.median)))
    )
    let sums = items.map { $0.forecast.total(days: $0.forecast.days.count) }
    totals = ForecastAccuracy(
      actual: items.map { $0.actual.reduce(0, +) },
      forecast: sums.map(\.mean),
      intervals: sums.map { $0.range(level: 0.8) }
    )
  }

  /// WAPE of each, bias and coverage of the combination.
  var json: JSON {
    let wapes = accuracy.map { ($0.name, Self.rounded($0.accuracy.wape)) }
    let combination = accuracy.first { $0.name == "combination" }?.accuracy
    return .object([
      ("wape", .object(wapes)),
      ("bias_percent", Self.rounded(combination?.biasPercent)),
      ("coverage", Self.rounded(combination?.coverage)),
      ("total_wape", Self.rounded(totals.wape)),
      ("total_coverage", Self.rounded(totals.coverage)),
    ])
  }

  /// Says it to people.
  func say(_ title: String) {
    let parts = accuracy.map { "\($0.name) \(Report.fixed($0.accuracy.wape ?? 0, 1))" }
    let combination = accuracy.first { $0.name == "combination" }?.accuracy
    Report.say("\(title), WAPE in %: " + parts.joined(separator: ", "))
    Report.say(
      "\(title): bias \(Report.fixed(combination?.biasPercent ?? 0, 1)) %, 80 % intervals hold "
        + "\(Report.fixed(combination?.coverage ?? 0, 1)) %; sums: WAPE "
        + "\(Report.fixed(totals.wape ?? 0, 1)) %, hold \(Report.fixed(totals.coverage ?? 0, 1)) %"
    )
  }

  private static func rounded(_ number: Double?) -> JSON {
    number.map { .number(($0 * 100).rounded() / 100) } ?? .null
  }
}
