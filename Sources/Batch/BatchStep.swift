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
  /// Today's rows of `optiflow_quality_days` and `optiflow_quality_checks`.
  case quality
  /// Counts in `optiflow_meta`.
  case indicators

  /// The step it cannot do without.
  var needed: BatchStep? {
    switch self {
    case .forecasts, .quality, .indicators: nil
    case .eventEffects, .alerts, .accuracy: .forecasts
    }
  }
}
