import Synchronization
import Threads
package import Values

/// Has a model reword drafts, and never waits for it longer than was said.
///
/// Whatever the model, its server or the network do, the caller goes on at the deadline; then the template stands.
package final class Reworder: Sendable {
  /// What is said to the model, and for how long it may think.
  package struct Options: Sendable {
    /// From the question to the last word of the reply.
    package var timeout: Duration
    /// Whether the contents of the slots are shown to the model, those of persons never.
    package var showsValues = false

    package init(timeout: Duration, showsValues: Bool = false) {
      self.timeout = timeout
      self.showsValues = showsValues
    }
  }

  /// Faults in a row after which the model is left alone, and for how long.
  private static let mostFaults = 3
  private static let rest = Duration.seconds(30)

  private struct State {
    var counts: [String: Int] = [:]
    var faults = 0
    var restsUntil: ContinuousClock.Instant?
  }

  let prompt: Prompt
  /// The lists of both languages.
  package let words: [Tongue: WordList]
  private let model: any LanguageModel
  private let options: Options
  private let log: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// - Parameters:
  ///   - model: who rewords.
  ///   - prompt: what it is told.
  ///   - words: the lists of both languages.
  ///   - options: how long, and what is shown.
  ///   - log: takes a line for each draft that was not reworded: the rule or the fault, nothing of the data.
  package init(
    _ model: any LanguageModel,
    prompt: Prompt,
    words: [Tongue: WordList],
    options: Options,
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.model = model
    self.prompt = prompt
    self.words = words
    self.options = options
    self.log = log
  }

  /// Outcome → how often it came about.
  package var counts: [String: Int] { state.withLock(\.counts) }

  /// Asks the model and looks at what it says.
  ///
  /// - Parameters:
  ///   - draft: what is to be said.
  ///   - isCancelled: asked again and again; whether nobody wants the reply any more.
  /// - Returns: other words, or why there are none.
  package func reword(
    _ draft: Draft,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> RewordingOutcome {
    let outcome = isResting ? .rested : ask(draft, isCancelled)
    note(outcome)
    return outcome
  }

  private var isResting: Bool {
    state.withLock { state in state.restsUntil.map { $0 > .now } ?? false }
  }

  private func note(_ outcome: RewordingOutcome) {
    state.withLock { state in
      state.counts[outcome.name, default: 0] += 1
      switch outcome {
      case .failed(.cancelled), .rested, .unfit: break
      case .failed:
        state.faults += 1
        if state.faults >= Self.mostFaults { state.restsUntil = .now + Self.rest }
      case .reworded, .refused:
        state.faults = 0
        state.restsUntil = nil
      }
    }
    if case .reworded = outcome { return }
    log("llm: \(outcome.name) (\(prompt.id) \(prompt.version))")
  }

  private func ask(_ draft: Draft, _ isCancelled: @escaping @Sendable () -> Bool)
    -> RewordingOutcome
  {
    guard let own = words[draft.tongue],
      let other = words[draft.tongue == .french ? .english : .french]
    else { return .unfit(.language) }
    let validator = Validator(draft, words: own, foreign: other)
    if let rule = validator.broken(by: draft.text) { return .unfit(rule) }
    let content: String
    do throws(ModelFault) {
      content = try Call(model, request(draft), within: options.timeout, isCancelled).content()
    } catch {
      return .failed(error)
    }
    guard let sentence = ReplyText.sentence(in: content, member: Self.member) else {
      return .refused(.length)
    }
    if let rule = validator.broken(by: sentence) { return .refused(rule) }
    return .reworded(
      Rewording(
        text: draft.filled(sentence),
        prompt: prompt.id,
        version: prompt.version,
        model: model.name
      )
    )
  }

  /// The member of the model's JSON that holds the sentence.
  private static let member = "text"

  /// What the model is asked.
  package func request(_ draft: Draft) -> ModelRequest {
    let slots = SlotTable(draft, showsValues: options.showsValues).text
    return ModelRequest(
      prompt.messages(["draft": draft.text, "slots": slots], in: draft.tongue),
      members: [Self.member],
      mostTokens: 200 + draft.text.utf8.count
    )
  }
}
