import Analytics
import Diagnostics
import SQLiteStore
import Values

/// Fills `optiflow_event_effects`, by what factor each event moved each product, and `optiflow_event_days`, when each is felt.
struct EventEffectStep {
  let events: [LearnedEvent]
  let summaries: [ForecastSummary]
  let file: Connection

  /// Replaces the tables, inside the caller's transaction.
  ///
  /// - Returns: how many rows were written.
  func run() throws(Failure) -> Int {
    try file.execute("DELETE FROM optiflow_event_effects")
    var count = try writeDays()
    let insertion = try file.prepareInsert(
      into: "optiflow_event_effects",
      columns: [
        "event_id", "name", "product_id", "multiplier", "lower", "upper", "observations",
      ]
    )
    // An event the database does not know could not be named by it.
    for event in events where !event.id.isNull {
      for summary in summaries {
        guard let effect = summary.effects[event.key] else { continue }
        try insertion.insert(values: [
          event.id, .text(event.name), summary.product.id, .real(effect.factor),
          .real(effect.lower), .real(effect.upper), .integer(Int64(effect.observationCount)),
        ])
        count += 1
      }
    }
    return count
  }

  /// One row an occurrence, past and to come.
  private func writeDays() throws(Failure) -> Int {
    try file.execute("DELETE FROM optiflow_event_days")
    let insertion = try file.prepareInsert(
      into: "optiflow_event_days",
      columns: ["event_id", "first_day", "last_day"]
    )
    var count = 0
    for event in events where !event.id.isNull {
      for window in event.windows {
        try insertion.insert(values: [
          event.id, .text(window.lowerBound.iso), .text(window.upperBound.iso),
        ])
        count += 1
      }
    }
    return count
  }
}
