import Interpretation
import Planning
package import SemanticModel
package import Values

extension Assistant {
  /// Longest question that somebody else is asked about, in characters: longer ones are no questions.
  private static let longestUnclear = 400
  /// Most groups that a proposal without a limit may come to.
  private static let mostGroups = 5_000
  /// Days, weeks and so on that a figure split by them may have where no time is named.
  private static let usualUnits = 1_100

  /// The answer itself, or the question whether what somebody else reads in it is meant, where the rules understood nothing.
  func helped(_ answer: Answer, _ utterance: Utterance) -> Answer {
    guard let help, answer.isNotUnderstood, utterance.text.count <= Self.longestUnclear,
      interpreter.consent(utterance) == nil, !ProposalReply.isNone(utterance.text)
    else { return answer }
    let scope = proposalScope(for: utterance)
    guard !scope.isEmpty else { return answer }
    let question = UnclearQuestion(text: utterance.text, tongue: utterance.tongue, scope: scope)
    guard let proposal = help.proposal(for: question, by: self) else { return answer }
    var asked = answer
    asked.status = .clarification
    asked.reason = .proposed(unknown: answer.unexplained)
    asked.choices = [
      Answer.Choice(label: proposal.question, question: proposal.question),
      ProposalReply.none(in: utterance.tongue),
    ]
    asked.proposal = proposal
    return asked
  }

  /// The query that a proposal comes to, checked like any other: by the planner of this database.
  ///
  /// - Parameters:
  ///   - object: what is proposed, see `ProposalForm`.
  ///   - question: what it is proposed for.
  /// - Returns: what may be put into words and asked about.
  /// - Throws: why it is dropped.
  package func query(
    proposed object: JSON,
    for question: UnclearQuestion
  ) throws(ProposalFault) -> Query {
    let reader = ProposalReader(question.scope, model: model, catalog: interpreter.catalog)
    let query = try reader.query(object)
    guard model.knows(query), canPlan(query) else { throw .unreachable }
    guard query.limit != nil || groupCount(query) <= Self.mostGroups else { throw .tooLarge }
    return query
  }

  /// The query that a text comes to as a question of its own, and as nothing else that can be said.
  package func query(asking text: String, in tongue: Tongue) -> Query? {
    let utterance = utterance(text, spoken: tongue)
    guard utterance.tongue == tongue, interpreter.conversationOrder(utterance) == nil,
      interpreter.upkeep(utterance) == nil, lessonWish(utterance) == nil
    else { return nil }
    return query(utterance)
  }

  /// About how many groups a query has, at most.
  private func groupCount(_ query: Query) -> Int {
    query.keys.reduce(1) { count, key in
      let own =
        switch key {
        case .dimension(let name): max(1, interpreter.catalog.count(of: name))
        case .time(let grain): units(grain, in: query.period)
        }
      return count.multipliedReportingOverflow(by: own).overflow ? .max : count * own
    }
  }

  private func units(_ grain: Grain, in period: Period?) -> Int {
    let days = period?.length ?? Self.usualUnits
    return switch grain {
    case .day: days
    case .week: days / 7 + 1
    case .month: days / 30 + 1
    default: days / 90 + 1
    }
  }
}

extension Answer {
  /// Whether it is a refusal because nothing, or not all, was understood: not for want of data, and not for a wish to write.
  package var isNotUnderstood: Bool {
    guard status == .refused else { return false }
    return switch reason {
    case .notUnderstood, .unknownWords: true
    default: false
    }
  }
}
