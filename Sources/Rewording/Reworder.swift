package import Values

/// Has a model reword drafts; wherever it does not, the template stands.
package final class Reworder: Sendable {
  let prompt: Prompt
  /// The lists of both languages.
  package let words: [Tongue: WordList]
  private let line: ModelLine
  private let showsValues: Bool
  private let tally: Tally

  /// - Parameters:
  ///   - line: who rewords, and for how long it may think.
  ///   - prompt: what it is told.
  ///   - words: the lists of both languages.
  ///   - showsValues: whether the contents of the slots are shown to the model, those of persons never.
  ///   - log: takes a line for each draft that was not reworded: the rule or the fault, nothing of the data.
  package init(
    _ line: ModelLine,
    prompt: Prompt,
    words: [Tongue: WordList],
    showsValues: Bool = false,
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.line = line
    self.prompt = prompt
    self.words = words
    self.showsValues = showsValues
    tally = Tally(log: log)
  }

  /// Outcome → how often it came about.
  package var counts: [String: Int] { tally.counts }

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
    let outcome = line.isResting ? .rested : ask(draft, isCancelled)
    let isSuccess = if case .reworded = outcome { true } else { false }
    tally.note(outcome.name, isSuccess: isSuccess, of: prompt)
    return outcome
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
      content = try line.reply(to: request(draft), isCancelled: isCancelled)
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
        model: line.name
      )
    )
  }

  /// The member of the model's JSON that holds the sentence.
  private static let member = "text"

  /// What the model is asked.
  package func request(_ draft: Draft) -> ModelRequest {
    let slots = SlotTable(draft, showsValues: showsValues).text
    return ModelRequest(
      prompt.messages(["draft": draft.text, "slots": slots], in: draft.tongue),
      schema: ReplySchema.object([(Self.member, ReplySchema.text)]),
      mostTokens: 200 + draft.text.utf8.count
    )
  }
}
