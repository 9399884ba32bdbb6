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
    progress(Self.progress(step, 0, summaries.count))
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
      let counts = try outlook.run { progress(Self.progress(step, $0, $1)) }
      return .levels(
        counts.map { BatchReport.Level(name: $0.level.name, products: $0.count) }
      )
    case .accuracy:
      let lessons = try LessonTable(file).lessons()
      try ExceptionalDayTable(lessons: lessons, summaries: summaries, file: file).fill()
      let accuracy = AccuracyStep(summaries: summaries, file: file, now: batch.facts.now)
      return .rows(try accuracy.run())
    case .quality:
      let step = QualityStep(
        database: batch.database,
        facts: batch.facts,
        rules: batch.rules,
        file: file,
        cancellation: cancellation
      )
      return .rows(try step.run())
    case .indicators: return .rows(try IndicatorStep(file: file).run())
    }
  }

  /// Rows written.
  private mutating func makeForecasts(_ progress: (BatchProgress) -> Void) throws(Failure) -> Int {
    let start = clock.now
    func tell(_ part: Double, _ done: Int, _ total: Int) {
      let left = part > 0.05 ? Self.seconds(clock.now - start) / part * (1 - part) : nil
      progress(
        BatchProgress(
          step: .forecasts,
          done: done,
          total: total,
          share: part * Self.forecastShare,
          secondsLeft: left
        )
      )
    }
    let forecasts = try DemandForecasts.prepare(
      batch.database,
      batch.facts,
      lessons: try LessonTable(file).lessons(),
      progress: { tell($0 * Self.preparationShare, 0, 0) },
      cancellation: cancellation
    )
    let step = ForecastStep(forecasts: forecasts, file: file, cancellation: cancellation)
    let result = try step.run { done, total in
      let part = Double(done) / Double(max(1, total))
      tell(Self.preparationShare + (1 - Self.preparationShare) * part, done, total)
    }
    (summaries, events) = (result.summaries, forecasts.events)
    return result.rows
  }

  /// The share of the run that forecasting takes.
  private static let forecastShare = 0.9
  /// The share of forecasting that reading and the shapes of categories take.
  private static let preparationShare = 0.3

  /// How far the run is in a step; the first one tells more of itself.
  private static func progress(_ step: BatchStep, _ done: Int, _ total: Int) -> BatchProgress {
    let others = Double(BatchStep.allCases.count - 1)
    let place = Double(BatchStep.allCases.firstIndex(of: step) ?? 0)
    let share =
      step == .forecasts ? 0 : forecastShare + (place - 1) / others * (1 - forecastShare)
    return BatchProgress(step: step, done: done, total: total, share: share, secondsLeft: nil)
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (whole, part) = duration.components
    return Double(whole) + Double(part) / 1e18
  }
}
