/// A step of the nightly run, each in one transaction of its own.
package enum BatchStep: String, CaseIterable, Sendable {
  /// `optiflow_forecasts`.
  case forecasts
  /// `optiflow_event_effects`.
  case eventEffects = "event_effects"
  /// `optiflow_outlook` and today's rows of `optiflow_alert_days`.
  case alerts
  /// `optiflow_accuracy` and `optiflow_backtest`.
  case accuracy
  /// Counts in `optiflow_meta`.
  case indicators

  /// The step it cannot do without.
  var needed: BatchStep? {
    switch self {
    case .forecasts, .indicators: nil
    case .eventEffects, .alerts, .accuracy: .forecasts
    }
  }
}
