import Batch
import Values

/// A run for programs.
struct BatchJSON {
  let report: BatchReport

  /// One object.
  var json: JSON {
    .object([
      ("run", .integer(Int64(report.run))),
      ("status", .string(report.status.rawValue)),
      ("as_of", .string(report.asOf.iso)),
      ("path", .string(report.path)),
      ("set_aside", report.setAsidePath.map(JSON.string) ?? .null),
      ("products", .integer(Int64(report.productCount))),
      ("forecasts", .integer(Int64(report.forecastCount))),
      ("seconds", .number(Self.rounded(report.seconds))),
      ("steps", .array(report.steps.map(Self.step))),
    ])
  }

  private static func step(_ step: BatchReport.Step) -> JSON {
    .object([
      ("name", .string(step.step.rawValue)),
      ("status", .string(step.status.rawValue)),
      ("seconds", .number(rounded(step.seconds))),
      ("detail", .string(step.detail)),
    ])
  }

  private static func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}
