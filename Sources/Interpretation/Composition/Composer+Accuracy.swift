import Language
import SemanticModel

/// How good forecasts are: without exceptional days, and model by model.
extension Composer {
  /// The figure without exceptional days, of those that have one.
  private static let clean = [
    "forecast_accuracy": "clean_accuracy", "forecast_error_mape": "clean_mape",
    "forecast_wape": "clean_wape",
  ]

  /// Reads an accuracy, and days or anomalies left out of it, as the accuracy without exceptional days.
  mutating func leaveOutExceptions() {
    guard
      let figure = items.firstIndex(where: { $0.span.metric.map { Self.clean[$0] != nil } ?? false }
      ),
      let name = items[figure].span.metric, let clean = Self.clean[name],
      model.metrics[clean] != nil,
      let without = items.indices.first(where: {
        isMarker($0, [.without, .except, .not]) && isException($0 + 1)
      })
    else { return }
    read(figure, as: .metric(clean, .noun))
    isUsed[without] = true
    isUsed[without + 1] = true
  }

  /// "which model is best for forecasting": the word for forecasts says what models are good at.
  mutating func readModelQuality() {
    guard items.contains(where: { $0.span.dimension == "forecast_model" }),
      model.metrics["model_error"] != nil,
      items.allSatisfy({ $0.span.metric == nil || $0.span.metric == "forecast_units" })
    else { return }
    for index in items.indices where items[index].span.metric != nil {
      read(index, as: .metric("model_error", .noun))
    }
  }

  private func isException(_ index: Int) -> Bool {
    guard items.indices.contains(index) else { return false }
    return switch items[index].span.meaning {
    case .dimension("anomaly", _), .metric("anomaly_count", _): true
    case .segment(let name): ["exceptional_days", "validated_anomalies"].contains(name)
    default: false
    }
  }
}
