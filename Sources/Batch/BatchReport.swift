package import Diagnostics
package import Values

/// What a run did.
package struct BatchReport: Sendable {
  /// How a step or the whole ended.
  package enum Status: String, Sendable {
    case succeeded, failed, skipped, interrupted
  }

  /// What a step came to.
  package enum Outcome: Sendable, Equatable {
    /// So many rows were written.
    case rows(Int)
    /// So many products have each alert level, the gravest first.
    case levels([Level])
    /// It cannot do without another, which failed.
    case needs(BatchStep)
    /// It failed, and its tables are as before.
    case failed(Failure)
  }

  /// An alert level with its products.
  package struct Level: Sendable, Equatable {
    /// "CRITIQUE", "ATTENTION" or "OK".
    package let name: String
    package let products: Int
  }

  /// One step.
  package struct Step: Sendable {
    package let step: BatchStep
    package let outcome: Outcome
    package let seconds: Double

    /// How it ended.
    package var status: Status {
      switch outcome {
      case .rows, .levels: .succeeded
      case .needs: .skipped
      case .failed: .failed
      }
    }

    /// What it came to, in one English line for programs and the log.
    package var detail: String {
      switch outcome {
      case .rows(let count): "\(count) rows"
      case .levels(let levels):
        levels.map { "\($0.name) \($0.products)" }.joined(separator: ", ")
      case .needs(let step): "needs \(step.rawValue)"
      case .failed(let failure): "\(failure.code): \(failure.english)"
      }
    }
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
