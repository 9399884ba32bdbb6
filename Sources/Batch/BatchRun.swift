import Diagnostics
import Planning
import SQLiteStore
import Values

/// A run under way: makes one step after the other, and hands on what the later ones need.
struct BatchRun {
  let batch: NightlyBatch
  let file: Connection
  let log: RunLog
  let cancellation: Cancellation?
  /// Steps that are over.
  private(set) var steps: [BatchReport.Step] = []
  /// A summary a product, once forecasts are made.
  private(set) var summaries: [ForecastSummary] = []
  private var events: [LearnedEvent] = []
  private let clock = ContinuousClock()

  init(batch: NightlyBatch, file: Connection, log: RunLog, cancellation: Cancellation?) {
    self.batch = batch
    self.file = file
    self.log = log
    self.cancellation = cancellation
  }

  /// Makes a step and logs it.
  ///
  /// - Throws: only when the run must end: it was interrupted, or the log cannot be written.
  mutating func make(_ step: BatchStep, _ progress: (BatchProgress) -> Void) throws(Failure) {
    if cancellation?.isCancelled == true { throw .batchInterrupted }
    let startedAt = LocalTime.now
    let start = clock.now
    if let needed = step.needed, steps.first(where: { $0.step == needed })?.status != .succeeded {
      try enter(step, .needs(needed), since: start, startedAt)
      return
    }
    do throws(Failure) {
      try file.transaction { () throws(Failure) in
        try enter(step, try carryOut(step, progress), since: start, startedAt)
      }
    } catch {
      // The step that was entered went with the transaction.
      if steps.last?.step == step { steps.removeLast() }
      if error.kind == .interrupted { throw .batchInterrupted }
      try enter(step, .failed(error), since: start, startedAt)
    }
  }

  private mutating func enter(
    _ step: BatchStep,
    _ outcome: BatchReport.Outcome,
    since start: ContinuousClock.Instant,
    _ startedAt: String
  ) throws(Failure) {
    let seconds = Self.seconds(clock.now - start)
    let entry = BatchReport.Step(step: step, outcome: outcome, seconds: seconds)
    try log.enter(entry, startedAt: startedAt)
    steps.append(entry)
  }

  private mutating func carryOut(
    _ step: BatchStep,
    _ progress: (BatchProgress) -> Void
  ) throws(Failure) -> BatchReport.Outcome {
    progress(Self.progress(step, 0, summaries.count, nil))
    switch step {
    case .forecasts: return .rows(try makeForecasts(progress))
    case .eventEffects:
      return .rows(try EventEffectStep(events: events, summaries: summaries, file: file).run())
    case .alerts:
      let outlook = OutlookStep(
        database: batch.database,
        facts: batch.facts,
        file: file,
        summaries: summaries,
        cancellation: cancellation
      )
      let counts = try outlook.run { progress(Self.progress(step, $0, $1, nil)) }
      return .levels(
        counts.map { BatchReport.Level(name: $0.level.name, products: $0.count) }
      )
    case .accuracy:
      let accuracy = AccuracyStep(summaries: summaries, file: file, now: batch.facts.now)
      return .rows(try accuracy.run())
    case .indicators: return .rows(try IndicatorStep(file: file).run())
    }
  }

  /// Rows written.
  private mutating func makeForecasts(_ progress: (BatchProgress) -> Void) throws(Failure) -> Int {
    let forecasts = try DemandForecasts.prepare(
      batch.database,
      batch.facts,
      cancellation: cancellation
    )
    let start = clock.now
    let step = ForecastStep(forecasts: forecasts, file: file, cancellation: cancellation)
    let result = try step.run { done, total in
      let passed = Self.seconds(clock.now - start)
      let left = done > 0 ? passed / Double(done) * Double(total - done) : nil
      progress(Self.progress(.forecasts, done, total, left))
    }
    (summaries, events) = (result.summaries, forecasts.events)
    return result.rows
  }

  /// The share of the run that forecasting takes.
  private static let forecastShare = 0.9

  private static func progress(
    _ step: BatchStep,
    _ done: Int,
    _ total: Int,
    _ left: Double?
  ) -> BatchProgress {
    let part = total > 0 ? Double(done) / Double(total) : 0
    let others = Double(BatchStep.allCases.count - 1)
    let place = Double(BatchStep.allCases.firstIndex(of: step) ?? 0)
    let share =
      step == .forecasts
      ? part * forecastShare : forecastShare + (place - 1) / others * (1 - forecastShare)
    return BatchProgress(step: step, done: done, total: total, share: share, secondsLeft: left)
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (whole, part) = duration.components
    return Double(whole) + Double(part) / 1e18
  }
}
