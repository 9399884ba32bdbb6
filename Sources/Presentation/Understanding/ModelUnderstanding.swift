package import Assistant
package import Rewording
import SemanticModel
import Values

/// Has a model say what a question means that the rules do not understand, in figures and groups of the corpus.
///
/// What it says is read strictly, checked by the planner, put into words, and read again by the rules: only a question that
/// comes to the same query is proposed, and it is asked about before anything is computed.
package final class ModelUnderstanding: UnderstandingHelp {
  private let line: ModelLine
  private let prompt: Prompt
  private let tally: Tally
  private let isCancelled: @Sendable () -> Bool

  /// Tokens of a reply at most: a proposal has some twenty short names.
  private static let mostTokens = 500

  /// - Parameters:
  ///   - line: who is asked, and for how long it may think.
  ///   - prompt: what it is told.
  ///   - isCancelled: asked again and again; whether nobody wants the reply any more.
  ///   - log: takes a line for each question that nothing is proposed for: the rule or the fault, nothing of the question.
  package init(
    _ line: ModelLine,
    prompt: Prompt,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.line = line
    self.prompt = prompt
    self.isCancelled = isCancelled
    tally = Tally(log: log)
  }

  /// Outcome → how often it came about.
  package var counts: [String: Int] { tally.counts }

  package func proposal(for question: UnclearQuestion, by assistant: Assistant) -> Proposal? {
    let outcome = line.isResting ? .rested : ask(question, assistant)
    let isSuccess = if case .proposed = outcome { true } else { false }
    tally.note(outcome.name, isSuccess: isSuccess, of: prompt)
    guard case .proposed(let text) = outcome else { return nil }
    return Proposal(
      question: text,
      model: line.name,
      prompt: prompt.id,
      version: prompt.version
    )
  }

  private enum Outcome {
    case proposed(String)
    case refused(ProposalFault)
    case failed(ModelFault)
    /// The model was not asked: it has failed again and again.
    case rested

    /// A short stable name, for counters and logs.
    var name: String {
      switch self {
      case .proposed: "proposed"
      case .refused(let fault): "refused_" + fault.rawValue
      case .failed(let fault): "failed_" + fault.name
      case .rested: "rested"
      }
    }
  }

  private func ask(_ question: UnclearQuestion, _ assistant: Assistant) -> Outcome {
    let content: String
    do throws(ModelFault) {
      content = try line.reply(to: request(question), isCancelled: isCancelled)
    } catch {
      return .failed(error)
    }
    guard let object = ReplyText.object(in: content) else { return .refused(.form) }
    do throws(ProposalFault) {
      let query = try assistant.query(proposed: object, for: question)
      let texts = QuestionWords(query, question.tongue, model: assistant.model).texts
      let said = texts.first { text in
        assistant.query(asking: text, in: question.tongue).map(query.isAsked) ?? false
      }
      return said.map(Outcome.proposed) ?? .refused(.unsayable)
    } catch {
      return .refused(error)
    }
  }

  /// What the model is asked: the question, and the few names that it may use.
  private func request(_ question: UnclearQuestion) -> ModelRequest {
    let scope = question.scope
    let units = ProposalScope.grains.map(\.rawValue).joined(separator: ", ")
    let values = [
      "question": PlainText.of(question.text),
      "figures": Self.list(scope.figures),
      "groups": Self.list(scope.groups),
      "units": units,
      "states": Self.list(scope.states),
      "analyses": Self.list(scope.analyses),
      "times": scope.times.map { "\($0.id): \(PlainText.of($0.words))" }
        .joined(separator: "\n"),
    ]
    return ModelRequest(
      prompt.messages(values, in: question.tongue),
      schema: ProposalForm.schema(scope),
      mostTokens: Self.mostTokens
    )
  }

  /// "revenue: chiffre d'affaires", one a line.
  private static func list(_ items: [ProposalScope.Item]) -> String {
    items.isEmpty ? "—" : items.map { "\($0.id): \($0.noun)" }.joined(separator: "\n")
  }
}
