package import Values

/// What a run did.
package struct BatchReport: Sendable {
  /// How a step or the whole ended.
  package enum Status: String, Sendable {
    case succeeded, failed, skipped, interrupted
  }

  /// One step.
  package struct Step: Sendable {
    package let step: BatchStep
    package let status: Status
    package let seconds: Double
    /// What it wrote, or why it wrote nothing; one line, English.
    package let detail: String
  }

  /// The number of the run in `optiflow_runs`.
  package let run: Int
  /// The side file.
  package let path: String
  /// The "now" it was computed for.
  package let asOf: CalendarDay
  /// Where a damaged side file was put; nil when there was none.
  package let setAsidePath: String?
  /// Products of the database.
  package let productCount: Int
  /// Products that have a forecast.
  package let forecastCount: Int
  /// In the order they were made.
  package let steps: [Step]

  /// Succeeded when every step did.
  package var status: Status {
    steps.allSatisfy { $0.status == .succeeded } ? .succeeded : .failed
  }

  /// Seconds of all steps.
  package var seconds: Double { steps.reduce(0) { $0 + $1.seconds } }
}
