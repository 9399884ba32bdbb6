import Interpretation
import Language
import Planning
package import SemanticModel
package import Values

extension Assistant {
  /// Ways to go on after an answer, a list for each direction, the most telling first; none after an empty answer.
  ///
  /// Candidates only: `query(of:after:)` tells which of them this database can answer.
  package func nextMoves(after answer: Answer) -> [[NextMove]] {
    guard answer.status == .answered, let query = answer.query,
      answer.rows.contains(where: { $0.contains { $0 != .null && $0.number != 0 } })
    else { return [] }
    return NextMoves(
      model: model,
      facts: context.facts,
      catalog: interpreter.catalog,
      query: query,
      rowCount: answer.rows.count
    ).directions
  }

  /// The query that a move comes to; nil when this database cannot answer it, or nothing would change.
  package func query(of move: NextMove, after before: Query) -> Query? {
    let query = edit.apply(move.fragment, to: before)
    guard query != before, canPlan(query) else { return nil }
    return query
  }

  /// The query that a text comes to when it is typed after another one, without running it.
  package func query(typing text: String, after before: Query, in tongue: Tongue) -> Query? {
    let utterance = utterance(text, spoken: tongue)
    guard utterance.tongue == tongue, interpreter.conversationOrder(utterance) == nil else {
      return nil
    }
    return FollowUp(self, utterance).query(after: before)
  }

  private var edit: QueryEdit { QueryEdit(model: model, now: context.facts.now) }
}
