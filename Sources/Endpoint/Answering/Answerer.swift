import Assistant
import Diagnostics
import Presentation
import Rewording
import Server
import Synchronization
import Values

/// Answers dialogues: at once where the same was answered before, else on a thread that may wait for the database.
final class Answerer: Sendable {
  /// What runs, and until when it may.
  private struct Run {
    let worker: any AnswerWorker
    let end: ContinuousClock.Instant
  }

  let backend: any Backend
  let cache = AnswerCache()
  let metrics: Metrics
  private let reworder: AnswerReworder?
  private let understanding: ModelUnderstanding?
  private let pool: WorkerPool<any AnswerWorker>
  private let runs = Mutex<[ObjectIdentifier: Run]>([:])
  /// The longest that one answer may take.
  private let deadline: Duration

  /// - Parameters:
  ///   - backend: where answers come from.
  ///   - workers: threads at the beginning; up to four times as many are made when slow answers keep others waiting.
  ///   - deadline: the longest that one answer may take.
  ///   - metrics: told of hits and misses.
  ///   - reworder: who may reword answers.
  ///   - understanding: who the backend's assistants ask about questions not understood.
  init(
    _ backend: any Backend,
    workers: Int,
    deadline: Duration,
    metrics: Metrics,
    reworder: AnswerReworder? = nil,
    understanding: ModelUnderstanding? = nil
  ) {
    self.backend = backend
    self.deadline = deadline
    self.metrics = metrics
    self.reworder = reworder
    self.understanding = understanding
    pool = WorkerPool(
      count: workers,
      most: 4 * workers,
      longestQueue: 2_000,
      makeTool: { backend.makeWorker() },
      restTool: { $0.rest() }
    )
  }

  /// Threads, and answers that wait for one.
  var load: (threads: Int, waiting: Int) { pool.load }

  /// What was told at the end of a dialogue before, if it still stands.
  func known(_ dialogue: Dialogue) -> Told? {
    let told = cache.told(dialogue, in: backend.edition)
    metrics.count(isHit: told != nil)
    return told
  }

  /// Runs something with an assistant, on a thread that may block.
  ///
  /// - Returns: whether it was taken: not when too much waits already.
  func run(
    _ body: @escaping @Sendable (Result<Assistant, Failure>) -> Void
  ) -> Bool {
    pool.submit { [self] worker in
      worker.reset()
      let key = ObjectIdentifier(worker)
      let run = Run(worker: worker, end: .now + deadline)
      runs.withLock { $0[key] = run }
      defer { runs.withLock { $0[key] = nil } }
      body(Self.assistant(of: worker))
    }
  }

  private static func assistant(of worker: any AnswerWorker) -> Result<Assistant, Failure> {
    do throws(Failure) {
      return .success(try worker.assistant())
    } catch {
      return .failure(error)
    }
  }

  /// Answers the end of a dialogue, going again through what is not known of it.
  private func tell(_ dialogue: Dialogue, _ assistant: Assistant) -> Told {
    let edition = backend.edition
    // A mere question may be known by now: others ask the same.
    if let told = cache.told(dialogue, in: edition) { return told }
    var conversation = conversation(before: dialogue, assistant, edition)
    let text = dialogue.said.last ?? ""
    let answer = reworded(conversation.ask(text, tongue: dialogue.tongue))
    let told = Told(answer, conversation)
    keep(told, for: dialogue, edition)
    return told
  }

  /// The same, where perhaps no assistant is there.
  func tell(_ dialogue: Dialogue, _ result: Result<Assistant, Failure>) -> Told {
    switch result {
    case .success(let assistant): tell(dialogue, assistant)
    case .failure(let failure):
      Told(
        failure,
        to: dialogue.said.last ?? "",
        tongue: dialogue.tongue,
        model: backend.model
      )
    }
  }

  /// The answer in a model's words, where one is configured and answers in time.
  func reworded(_ answer: Answer) -> Answer {
    reworder?.reworded(answer, model: backend.model) ?? answer
  }

  /// How often answers were reworded, and why they were not.
  var rewordings: [String: Int] { reworder?.reworder.counts ?? [:] }

  /// How often a model was asked what a question means, and what came of it.
  var understandings: [String: Int] { understanding?.counts ?? [:] }

  /// The conversation up to the last thing said.
  private func conversation(
    before dialogue: Dialogue,
    _ assistant: Assistant,
    _ edition: Edition
  ) -> Conversation {
    guard let before = dialogue.before else {
      return Conversation(assistant, isWaiting: dialogue.isWaiting)
    }
    if let known = cache.told(before, in: edition)?.conversation {
      return known.continued(by: assistant)
    }
    var conversation = conversation(before: before, assistant, edition)
      .continued(by: assistant.rereading)
    let answer = conversation.ask(before.said.last ?? "", tongue: before.tongue)
    conversation = conversation.continued(by: assistant)
    keep(Told(answer, conversation), for: before, edition)
    return conversation
  }

  private func keep(_ told: Told, for dialogue: Dialogue, _ edition: Edition) {
    if case .lesson(let reply) = told.answer.talk {
      switch reply {
      case .noted, .undone: cache.keep(told, for: dialogue, in: edition, isPinned: true)
      case .proposed: cache.keep(told, for: dialogue, in: edition)
      case .dropped, .list, .problem: break
      }
      return
    }
    if told.answer.proposal != nil {
      // A yes is to what was proposed then: asked again, the model might propose something else.
      cache.keep(told, for: dialogue, in: edition, isPinned: true)
      return
    }
    // The model may have more to say the next time.
    guard understanding == nil || !told.answer.isNotUnderstood else { return }
    // « combien de temps ? » is of the moment, and what failed may go well the next time.
    guard told.answer.status != .error, told.answer.talk != .elapsed else { return }
    cache.keep(told, for: dialogue, in: edition)
  }

  /// To be called now and then: more threads where they are wanted, an end to what takes too long.
  func tick(now: ContinuousClock.Instant = .now) {
    pool.relieve(now: now)
    let late = runs.withLock { $0.values.filter { $0.end < now } }
    for run in late { run.worker.cancel() }
  }

  /// Stops everything that runs.
  func cancelAll() {
    for run in runs.withLock({ Array($0.values) }) { run.worker.cancel() }
  }

  /// Ends the threads, once what they were given is done.
  func stop() { pool.stop() }
}
