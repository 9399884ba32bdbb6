/// Sentences that a model worded, and what it was told to do.
package struct Rewording: Hashable, Sendable {
  /// Complete: every place is filled.
  package let text: String
  /// The prompt's id and version.
  package let prompt: String
  package let version: Int
  /// What the server calls the model.
  package let model: String

  package init(text: String, prompt: String, version: Int, model: String) {
    self.text = text
    self.prompt = prompt
    self.version = version
    self.model = model
  }
}

/// What came of asking a model to reword.
package enum RewordingOutcome: Hashable, Sendable {
  case reworded(Rewording)
  /// The reply breaks a rule.
  case refused(Rule)
  /// There was no reply.
  case failed(ModelFault)
  /// The model was not asked: it has failed again and again.
  case rested
  /// The model was not asked: even the draft itself breaks a rule.
  case unfit(Rule)

  /// A short stable name, for counters and logs.
  package var name: String {
    switch self {
    case .reworded: "reworded"
    case .refused(let rule): "refused_" + rule.rawValue
    case .failed(let fault): "failed_" + fault.name
    case .rested: "rested"
    case .unfit(let rule): "unfit_" + rule.rawValue
    }
  }
}
