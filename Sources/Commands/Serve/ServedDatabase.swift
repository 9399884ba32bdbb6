import Assistant
import Corpus
import Diagnostics
import Endpoint
import Files
import Glibc
import Interpretation
import SQLiteStore
import SemanticModel
import Server
import Synchronization
import Terminal
import Values

/// The database that the endpoint answers from: opened anew in the background when it changes, or a new day begins.
///
/// Meanwhile answers come from what was known of it before, over connections that read the new rows.
final class ServedDatabase: Backend {
  /// The database as it was opened last.
  struct Opened: Sendable {
    let database: Database
    /// Counts the openings.
    let number: Int64
    /// The files as they were before it was opened.
    fileprivate let marks: [FileMark?]
    fileprivate let day: CalendarDay
    /// The side file, whether it is there or not; nil where nothing is kept.
    fileprivate let sideFile: String?
    /// What reads questions: the same for all threads.
    let interpreter: Deferred<Interpreter>
    let completions: [Tongue: Deferred<ChatCompletion>]
  }

  private struct State {
    var opened: Opened
    var trouble: Failure?
    /// Which opening was warmed up last; nil for none.
    var warmed: Int64?
    /// Not before then is it opened anew.
    var openingRest = ContinuousClock.now
    /// Not before then is it warmed up anew.
    var warmingRest = ContinuousClock.now
  }

  let settings: Settings
  let knowledge: Knowledge
  /// Who is asked about questions not understood.
  let help: (any UnderstandingHelp)?
  private let examples: Deferred<[String: [Corpus.Example]]>
  private let state: Mutex<State>
  private let cancellation = Cancellation()
  private let openedAt = ContinuousClock.now

  /// Opens it.
  ///
  /// - Parameters:
  ///   - settings: where it is.
  ///   - help: who is asked about questions not understood.
  /// - Throws: what keeps it from being opened.
  init(_ settings: Settings, help: (any UnderstandingHelp)? = nil) throws(Failure) {
    self.settings = settings
    self.help = help
    let knowledge = try Knowledge.load(Home.find(settings.home))
    self.knowledge = knowledge
    let opened = try Self.open(settings, knowledge, number: 0)
    state = Mutex(State(opened: opened))
    examples = Deferred {
      Dictionary(grouping: knowledge.corpus.examples) {
        $0.object.kind.rawValue + "/" + $0.object.name
      }
    }
  }

  /// The database as it was opened last.
  var opened: Opened { state.withLock(\.opened) }

  var model: SemanticModel { knowledge.corpus.model }

  var edition: Edition {
    let opened = opened
    var marks = [opened.number, Int64(time(nil) / Self.longestLife)]
    for mark in Self.marks(opened.database.connection.path) + Self.marks(opened.sideFile) {
      marks += mark?.numbers ?? [0]
    }
    return Edition(marks)
  }

  /// Seconds after which nothing stands any more: forecasts go stale, and a day ends on a whole hour.
  private static let longestLife = 3_600

  var trouble: Failure? { state.withLock(\.trouble) }

  var warmth: Warmth {
    state.withLock { state in
      guard let warmed = state.warmed else {
        return ContinuousClock.now - openedAt < Self.longestCold ? .cold : .renewing
      }
      return warmed == state.opened.number ? .warm : .renewing
    }
  }

  /// Time after which it counts as ready, warm or not: large databases take minutes, and answer meanwhile.
  private static let longestCold = Duration.seconds(60)

  func makeWorker() -> any AnswerWorker { DatabaseWorker(self) }

  func completions(of text: String, in tongue: Tongue) -> [String] {
    // Commands of the chat are nothing here.
    guard SlashCommand.split(text) == nil, let words = opened.completions[tongue]?.content else {
      return []
    }
    return words.completions(text, text.count).map { text.prefix($0.start) + $0.text }
  }

  func examples(of kind: String, _ name: String, in tongue: Tongue) -> [String] {
    (examples.content[kind + "/" + name] ?? []).filter { $0.tongue == tongue }.map(\.text)
  }

  func openers(in tongue: Tongue) -> [String] { knowledge.corpus.openers.map { $0[tongue] } }

  func note(isGood: Bool, _ answer: Answer, remark: String) throws(Failure) {
    try FeedbackLog(settings.environment).note(isGood: isGood, answer, remark: remark)
  }

  // MARK: - Keeping up

  /// Opens it anew if it changed, and warms up what was opened; to be called now and then, from one thread.
  func refresh() {
    let isOver = state.withLock {
      (opening: $0.openingRest <= .now, warming: $0.warmingRest <= .now)
    }
    if isOver.opening, hasChanged {
      let rest = Self.rest(after: open)
      state.withLock { $0.openingRest = rest }
    }
    if isOver.warming, trouble == nil, warmth != .warm {
      let rest = Self.rest(after: warmUp)
      state.withLock { $0.warmingRest = rest }
    }
  }

  /// Ends `refresh()`, where it is under way: nobody will ask any more.
  func stop() { cancellation.cancel() }

  /// Until when something is not done again: a database that is written all the time must not keep a core busy.
  private static func rest(after work: () -> Void) -> ContinuousClock.Instant {
    let time = ContinuousClock().measure(work)
    return .now + max(.seconds(1), time * 10)
  }

  private var hasChanged: Bool {
    let opened = opened
    let isNewDay = settings.asOf == nil && opened.day != .today
    return isNewDay || Self.marks(opened.database.connection.path) != opened.marks
      || trouble != nil
  }

  private func open() {
    do throws(Failure) {
      let next = try Self.open(settings, knowledge, number: opened.number + 1)
      state.withLock { state in
        state.opened = next
        state.trouble = nil
      }
    } catch {
      state.withLock { $0.trouble = error }
    }
  }

  private func warmUp() {
    let opened = opened
    WarmUp(opened: opened, knowledge: knowledge, cancellation: cancellation).run()
    state.withLock { $0.warmed = opened.number }
  }

  private static func open(
    _ settings: Settings,
    _ knowledge: Knowledge,
    number: Int64
  ) throws(Failure) -> Opened {
    let marks = marks(settings.database)
    let day = CalendarDay.today
    let folder = SideFolder(override: settings.cache, environment: settings.environment.variables)
    let database = try Database.open(
      settings.database,
      knowledge: knowledge,
      folder: folder,
      asOf: settings.asOf
    )
    let completions = Tongue.allCases.map { tongue in
      (tongue, Deferred { ChatCompletion(knowledge.corpus.model, names: database.catalog, tongue) })
    }
    return Opened(
      database: database,
      number: number,
      marks: marks,
      day: day,
      sideFile: try? SideFile.path(in: folder, of: database.connection, making: false),
      interpreter: Deferred { database.interpreter(knowledge) },
      completions: Dictionary(completions) { first, _ in first }
    )
  }

  /// A database and its log; an empty log is as good as none.
  private static func marks(_ path: String?) -> [FileMark?] {
    guard let path else { return [] }
    let log = FileMark(path: path + "-wal")
    return [FileMark(path: path), log.flatMap { $0.size > 0 ? $0 : nil }]
  }
}

/// One thread's connection with the database, and the assistant over it.
final class DatabaseWorker: AnswerWorker {
  private struct Built {
    let number: Int64
    let connection: Connection
    let assistant: Assistant
  }

  private let served: ServedDatabase
  private let cancellation = Cancellation()
  private let built = Mutex<Built?>(nil)

  init(_ served: ServedDatabase) {
    self.served = served
  }

  func assistant() throws(Failure) -> Assistant {
    let opened = served.opened
    if let built = built.withLock({ $0 }), built.number == opened.number { return built.assistant }
    let connection = try Connection.readOnly(path: opened.database.connection.path)
    let assistant = opened.assistant(
      served.knowledge,
      over: connection,
      cancellation,
      help: served.help
    )
    built.withLock {
      $0 = Built(number: opened.number, connection: connection, assistant: assistant)
    }
    return assistant
  }

  func cancel() { cancellation.cancel() }

  func reset() { cancellation.reset() }

  func rest() {
    built.withLock { built in
      // One that was opened before is of no use to the next question.
      if built?.number != served.opened.number { built = nil }
      built?.connection.dropPages()
    }
  }
}
