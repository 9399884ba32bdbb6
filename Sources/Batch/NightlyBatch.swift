package import Diagnostics
package import Planning
package import SQLiteStore
package import SemanticModel
import Values

/// The nightly run: reads the user's database and replaces what the side file holds of it.
///
/// It may be killed at any moment: each step replaces its tables in one transaction, so they are whole, of this
/// run or of the one before.
package struct NightlyBatch: Sendable {
  /// The user's database, which is only read.
  package let database: Connection
  /// What it holds, and "now".
  package let facts: DatabaseFacts
  /// The side file; its folder must exist.
  package let path: String
  /// The rules of data quality that the data are checked by.
  package let rules: [QualityRule]
  /// How long to wait for another run on the same file.
  package let patience: Duration

  package init(
    database: Connection,
    facts: DatabaseFacts,
    path: String,
    rules: [QualityRule] = [],
    patience: Duration = .seconds(0)
  ) {
    self.database = database
    self.facts = facts
    self.path = path
    self.rules = rules
    self.patience = patience
  }

  /// Makes all steps; one that fails does not stop those that can do without it.
  ///
  /// - Parameters:
  ///   - progress: told how far the run is, from this thread.
  ///   - cancellation: a switch that ends the run after the product under way.
  /// - Returns: what was done, also where steps failed.
  /// - Throws: "batch.busy", "batch.interrupted", what `ComputedFile.open` throws, and what can befall the
  ///   database before the first step.
  package func run(
    progress: (BatchProgress) -> Void = { _ in },
    cancellation: Cancellation? = nil
  ) throws(Failure) -> BatchReport {
    try ComputedFile.refuse(path, ifSameAs: database.path)
    let lock = try ComputedLock.take(for: path, patience: patience, cancellation: cancellation)
    defer { withExtendedLifetime(lock) {} }
    return try runAlone(progress, cancellation)
  }

  /// Makes all steps only where what a question reads is stale: another run may have made it, also while this one waited.
  ///
  /// - Returns: the state of the tables, which are there; nil where the step that makes them failed.
  /// - Throws: what `run` throws.
  package func refresh(
    progress: (BatchProgress) -> Void = { _ in },
    cancellation: Cancellation? = nil
  ) throws(Failure) -> ComputedState? {
    if let state = try fresh() { return state }
    try ComputedFile.refuse(path, ifSameAs: database.path)
    let lock = try ComputedLock.take(for: path, patience: patience, cancellation: cancellation)
    defer { withExtendedLifetime(lock) {} }
    if let state = try fresh() { return state }
    _ = try runAlone(progress, cancellation)
    // Data that changed meanwhile make it out of date, not wrong: else an answer could wait for ever.
    return ComputedState.read(path, of: .alerts).flatMap { $0.asOf == facts.now.iso ? $0 : nil }
  }

  /// The alerts and the accuracy are the last that questions read.
  private func fresh() throws(Failure) -> ComputedState? {
    guard try ComputedState.fresh(path, of: .accuracy, for: database, asOf: facts.now) != nil else {
      return nil
    }
    return try ComputedState.fresh(path, of: .alerts, for: database, asOf: facts.now)
  }

  /// The steps, while this process holds the lock.
  private func runAlone(
    _ progress: (BatchProgress) -> Void,
    _ cancellation: Cancellation?
  ) throws(Failure) -> BatchReport {
    // Before anything is read: a write in between makes the result out of date, not wrong.
    let fingerprint = try database.fingerprint()
    let file = try ComputedFile.open(path, for: database)
    try LessonExport(of: file.path).write(try LessonTable(file.connection).lessons())
    let log = try RunLog.begin(file.connection, asOf: facts.now, fingerprint: fingerprint)
    var run = BatchRun(batch: self, file: file.connection, log: log, cancellation: cancellation)
    for step in BatchStep.allCases {
      do throws(Failure) {
        try run.make(step, progress)
      } catch {
        try? log.finish(.interrupted)
        throw error
      }
    }
    let report = BatchReport(
      run: log.run,
      path: file.path,
      asOf: facts.now,
      setAsidePath: file.setAsidePath,
      productCount: run.summaries.count,
      forecastCount: run.summaries.count { $0.basis != "none" },
      steps: run.steps
    )
    try log.finish(report.status)
    // Into the file itself, so that whoever opens it next need not read the log.
    try? file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return report
  }
}
