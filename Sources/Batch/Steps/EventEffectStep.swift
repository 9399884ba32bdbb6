import Analytics
import Diagnostics
import SQLiteStore
import Values

/// Fills `optiflow_event_effects`: by what factor each event moved each product.
struct EventEffectStep {
  let events: [LearnedEvent]
  let summaries: [ForecastSummary]
  let file: Connection

  /// Replaces the table, inside the caller's transaction.
  ///
  /// - Returns: how many rows were written.
  func run() throws(Failure) -> Int {
    try file.execute("DELETE FROM optiflow_event_effects")
    let insertion = try file.prepareInsert(
      into: "optiflow_event_effects",
      columns: [
        "event_id", "name", "product_id", "multiplier", "lower", "upper", "observations",
      ]
    )
    var count = 0
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
}
