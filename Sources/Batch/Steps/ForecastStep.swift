import Analytics
import Diagnostics
import Planning
import SQLiteStore
import Values

/// Fills `optiflow_forecasts`: a row a product and day.
struct ForecastStep {
  let forecasts: DemandForecasts
  let file: Connection
  let cancellation: Cancellation?

  /// What one product came to.
  private struct Outcome: Sendable {
    let rows: [ForecastRow]
    let summary: ForecastSummary
  }

  /// Replaces the table, inside the caller's transaction.
  ///
  /// While two threads forecast some products, this one reads the next and writes those before.
  ///
  /// - Parameter progress: told products done and in all.
  /// - Returns: a summary a product, in the order of their ids, and how many rows were written.
  /// - Throws: "batch.interrupted", and what can befall either file.
  func run(
    _ progress: (Int, Int) -> Void
  ) throws(Failure) -> (summaries: [ForecastSummary], rows: Int) {
    try file.execute("DELETE FROM optiflow_forecasts")
    let insertion = try file.prepareInsert(into: "optiflow_forecasts", columns: Self.columns)
    let products = forecasts.products
    var summaries: [ForecastSummary] = []
    var rowCount = 0
    var waiting: [Outcome] = []
    var queue = DemandQueue(products, forecasts.reader)
    var demand = try queue.next(Self.chunkSize)
    while !demand.isEmpty || !waiting.isEmpty {
      let work = TwoThreads.start(demand) { [forecasts, cancellation] item in
        cancellation?.isCancelled == true ? nil : Self.outcome(item, forecasts)
      }
      // The threads must end whatever befalls this one.
      let next = Result { () throws(Failure) in
        try write(waiting, insertion)
        return try queue.next(Self.chunkSize)
      }
      let outcomes = work.results().compactMap { $0 }
      demand = try next.get()
      if cancellation?.isCancelled == true { throw .batchInterrupted }
      summaries += outcomes.map(\.summary)
      rowCount += outcomes.reduce(0) { $0 + $1.rows.count }
      waiting = outcomes
      progress(summaries.count, products.count)
    }
    return (summaries, rowCount)
  }

  private static let columns = [
    "product_id", "forecast_day", "quantity", "own_variance", "shared_deviation", "lower", "upper",
    "unit_price", "revenue",
  ]
  /// Small enough that the first is soon done, and that progress shows.
  static let chunkSize = 32

  private static func outcome(_ demand: ProductDemand, _ forecasts: DemandForecasts) -> Outcome {
    let forecast =
      OutlookScope.isFollowed(demand, now: forecasts.reader.facts.now)
      ? forecasts.forecast(demand) : nil
    return Outcome(
      rows: forecast.map { forecasts.rows($0, of: demand.product) } ?? [],
      summary: ForecastSummary(demand, forecast)
    )
  }

  private func write(_ outcomes: [Outcome], _ insertion: Insertion) throws(Failure) {
    for outcome in outcomes {
      for row in outcome.rows {
        try insertion.insert(values: [
          outcome.summary.product.id, .text(row.day.iso), .real(row.quantity),
          .real(row.variance.own), .real(row.variance.shared), .real(row.lower), .real(row.upper),
          row.unitPrice.map(Value.real) ?? .null, row.revenue.map(Value.real) ?? .null,
        ])
      }
    }
  }
}
