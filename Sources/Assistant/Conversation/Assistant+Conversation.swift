import Interpretation
import Language
import Planning
import SemanticModel
import Values

/// What a conversation needs of the assistant beside single questions.
extension Assistant {
  /// Runs a query made by editing another one.
  func answer(_ query: Query, to utterance: Utterance, carrying carried: Answer.Carried?) -> Answer
  {
    let clock = ContinuousClock()
    let start = clock.now
    var verdict: Verdict
    do throws(PlanningProblem) {
      verdict = Verdict(.answer(query, try planner.plan(query)))
    } catch {
      let judge = Judge(assistant: self, utterance: utterance)
      verdict = judge.unavailable(error, query, Reading(outcome: .query(query), score: 1))
    }
    verdict.confidence = 0.9
    var answer = carryOut(verdict, utterance)
    answer.timings.query = (clock.now - start).milliseconds
    if answer.status == .answered { answer.carried = carried }
    return finish(answer, since: start)
  }

  /// Whether a question comes to figures, without running it.
  func canAnswer(_ question: String, tongue: Tongue?) -> Bool {
    guard question.utf8.count <= Self.longestQuestion else { return false }
    let utterance = Utterance(question, clock: Clock(now: context.facts.now), tongue: tongue)
    guard
      case .answer(let query, _) = Judge(assistant: self, utterance: utterance).verdict().decision
    else { return false }
    return !query.measures.isEmpty
  }

  /// A name in a follow-up that fits several things: asked back.
  func asking(_ name: Reading.NameChoice, _ utterance: Utterance) -> Answer {
    let verdict = Judge(assistant: self, utterance: utterance).askName(name)
    return finish(carryOut(verdict, utterance), since: ContinuousClock().now)
  }

  /// A sentence about the conversation.
  func saying(_ talk: Answer.Talk, _ utterance: Utterance) -> Answer {
    finish(carryOut(Verdict(.talk(talk)), utterance), since: ContinuousClock().now)
  }

  /// How the last answer was found: what its figures mean, and the SQL that ran.
  func explaining(_ last: Answer, _ utterance: Utterance) -> Answer {
    let metrics = last.query?.measures.compactMap { model.metrics[$0.metric] } ?? []
    var answer = saying(
      .explanation(
        question: last.question,
        metrics.map { .init(noun: $0.noun, text: $0.description) }
      ),
      utterance
    )
    answer.sql = last.sql
    answer.parameters = last.parameters
    answer.receipt = last.receipt
    return answer
  }
}
