package import Values

/// Somebody who may say what a question means that the rules do not understand: a language model.
///
/// What it says is never carried out: the user is asked whether it is meant.
package protocol UnderstandingHelp: Sendable {
  /// Another way to put a question, which the rules do understand.
  ///
  /// - Parameters:
  ///   - question: what was not understood.
  ///   - assistant: reads and checks what is proposed.
  /// - Returns: nil where there is none, or none in time.
  func proposal(for question: UnclearQuestion, by assistant: Assistant) -> Proposal?
}

/// A question that the rules do not understand, with what somebody else may take it to be about.
package struct UnclearQuestion: Sendable {
  package let text: String
  package let tongue: Tongue
  package let scope: ProposalScope
}

/// What a question may mean, as somebody else proposes it.
package struct Proposal: Hashable, Sendable {
  /// A full question, which the rules understand.
  package let question: String
  /// Who proposes it, and the id and version of what it was told.
  package let model: String
  package let prompt: String
  package let version: Int

  package init(question: String, model: String, prompt: String, version: Int) {
    self.question = question
    self.model = model
    self.prompt = prompt
    self.version = version
  }
}
