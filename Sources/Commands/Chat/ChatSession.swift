import Assistant
import Diagnostics
import Interpretation
import Planning
import Presentation
import Rewording
import SQLiteStore
import SemanticModel
import Values

/// One conversation at a terminal or through a pipe: takes lines, gives texts.
///
/// What the commands do is in extensions, by kind.
struct ChatSession {
  private(set) var settings: Settings
  var session: Session
  var conversation: Conversation
  var tongue: Tongue?
  var mode = ChatMode.normal
  /// What is worth asking next; nil where nobody sits at a terminal.
  private var next: NextQuestions?
  /// Who may reword answers.
  private let reworder: AnswerReworder?
  /// The answer that is shown and may yet be reworded, at a terminal.
  private var draft: Answer?
  /// A model's words for the last answer, for its receipt.
  private var worded: (id: String, rewording: Rewording)?
  /// What was typed in this run.
  private(set) var typed: [String] = []
  var isOver = false

  /// Opens the database; `isLive` says whether somebody sits at a terminal.
  init(_ settings: Settings, isLive: Bool = false) throws(Failure) {
    self.settings = settings
    let uses = try ModelSettings(settings).uses(isSilent: isLive)
    session = try Session(settings, help: uses.understanding)
    conversation = Conversation(session.assistant)
    tongue = settings.tongue
    reworder = uses.reworder
    next = isLive ? NextQuestions(session.assistant) : nil
    if settings.has("continue") {
      try LastConversation(settings, session.database).resume(&conversation)
    }
  }

  var model: SemanticModel { session.assistant.model }

  /// The language of messages: that of the last answer.
  var interface: Tongue { tongue ?? conversation.last?.language ?? settings.interface }

  /// The answer that a continued conversation goes on from; nil for a new one.
  mutating func recalled() -> String? {
    conversation.retell().map { render($0) }
  }

  /// What is shown for a line; nil for an empty one.
  mutating func reply(to line: String) -> String? {
    let text = PlainText.of(line)
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    if typed.count == Self.longestHistory { typed.removeFirst() }
    typed.append(text)
    if let command = SlashCommand.split(text) { return run(command.name, command.rest) }
    if !settings.isJSON, let file = FileMention(text), case .export = conversation.order(file.rest)
    {
      return export(to: file.path, replacing: false)
    }
    return tell { conversation, tongue in conversation.ask(text, tongue: tongue) }
  }

  /// Most lines kept of one run.
  private static let longestHistory = 2_000

  /// Answers and presents the answer.
  mutating func tell(_ ask: (inout Conversation, Tongue?) -> Answer) -> String {
    present(Interruption.whileQuerying { ask(&conversation, tongue) })
  }

  /// Keeps the conversation and draws its answer.
  mutating func present(_ answer: Answer) -> String {
    LastConversation(settings, session.database).keep(conversation)
    let answer = reworded(answer)
    // Programs get an object for each turn, and write files themselves.
    if settings.isJSON { return render(answer) }
    switch answer.talk {
    case .request(.file(let ending)):
      return export(to: FileName.of(answer, ending: ending ?? "xlsx", model), replacing: false)
    case .request(.chart): return chart(nil, of: answer)
    default: return render(answer) + offers(after: answer)
    }
  }

  /// An answer in a model's words; at a terminal it is shown without them, and they follow.
  private mutating func reworded(_ answer: Answer) -> Answer {
    guard let reworder, settings.format.hasWords, !Interruption.cancellation.isCancelled else {
      return answer
    }
    if next != nil {
      draft = answer
      return answer
    }
    return Interruption.whileQuerying {
      reworder.reworded(answer, model: model) { Interruption.cancellation.isCancelled }
    }
  }

  /// Whether an answer was shown that a model may yet reword.
  var hasDraft: Bool {
    draft.map { reworder?.draft($0, model: model) != nil } ?? false
  }

  /// The answer shown last in a model's words; nil when there are none in time.
  mutating func reworded(isCancelled: @escaping @Sendable () -> Bool) -> String? {
    guard let reworder, let answer = draft else { return nil }
    draft = nil
    let told = reworder.reworded(answer, model: model, isCancelled: isCancelled)
    guard let rewording = told.rewording else { return nil }
    worded = (answer.id, rewording)
    return "≈ " + rewording.text
  }

  /// An answer in the format and mode of the conversation.
  func render(_ answer: Answer) -> String {
    let format = settings.format == .json ? .jsonl : settings.format
    var options = mode.options(settings.rendering)
    // Who asks where a figure comes from wants all of it.
    if case .explanation = answer.talk { options.receipt = .full }
    if answer.talk == .elapsed { options.receipt = .none }
    return Renderer.render(answer, model: model, format: format, options: options)
  }

  /// « Ensuite : et par catégorie ? · … », where somebody reads it.
  private mutating func offers(after answer: Answer) -> String {
    guard mode != .brief, !settings.isQuiet, settings.format == .text,
      let offers = next?.after(answer), !offers.isEmpty
    else { return "" }
    let label = answer.language.pick("Ensuite\u{202F}: ", "Next: ")
    let line = label + offers.map(\.text).joined(separator: " · ")
    return "\n" + (settings.rendering.color ? "\u{1B}[2m\(line)\u{1B}[0m" : line)
  }

  /// Another "now", or another session for any reason: what was asked stays.
  mutating func reopen(asOf day: CalendarDay?) throws(Failure) {
    let topic = conversation.topic
    settings = settings.with(asOf: day)
    session = try session.reopened(settings)
    conversation = Conversation(session.assistant)
    if next != nil { next = NextQuestions(session.assistant) }
    let now = session.assistant.context.facts.now
    _ = conversation.recall(topic.map { $0.on(now) })
  }

  /// A failure in the language of the conversation, with what to do next.
  func describe(_ failure: Failure) -> String {
    let text = interface.pick(failure.french, failure.english)
    let hint = interface.pick(failure.frenchHint, failure.englishHint)
    return hint.isEmpty ? text : text + "\n  → " + hint
  }

  var nothingYet: String {
    interface.pick("Il n'y a pas encore de réponse.", "There is no answer yet.")
  }

  /// The last answer; asked anew where a conversation was taken up again.
  mutating func lastAnswer() -> Answer? {
    var answer = conversation.last ?? conversation.retell()
    if let worded, worded.id == answer?.id { answer?.rewording = worded.rewording }
    return answer
  }
}
