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
    let judge = Judge(assistant: self, utterance: utterance)
    var verdict: Verdict
    do throws(PlanningProblem) {
      let (told, plan) = try planner.planTold(query)
      verdict = Verdict(.answer(told, plan))
      verdict.assumptions = judge.caveats(of: told)
    } catch {
      verdict = judge.unavailable(error, query, Reading(outcome: .query(query), score: 1))
    }
    if let refused = judge.missingTerms(of: query) { verdict = refused }
    if let last = judge.horizonPassed(by: query) {
      verdict = Verdict(.refuse(.beyondHorizon(last)))
    } else if let margin = judge.marginPassed(by: query) {
      verdict = Verdict(.refuse(.marginOutside(margin)))
    }
    verdict.confidence = 0.9
    var answer = carryOut(verdict, utterance)
    answer.timings.query = (clock.now - start).milliseconds
    if answer.status == .answered { answer.carried = carried }
    return finish(answer, since: start)
  }

  /// A text as it is read today: in a language that is forced, else its own.
  ///
  /// A few words tell no language: they are in the one spoken so far, if any.
  func utterance(_ text: String, in forced: Tongue? = nil, spoken: Tongue? = nil) -> Utterance {
    let clock = Clock(now: context.facts.now)
    let free = Utterance(text, clock: clock, tongue: forced)
    guard forced == nil else { return free }
    let tongue =
      free.tokens.count <= 4 ? spoken ?? free.tongue : interpreter.tongueBesideNames(of: free)
    return tongue == free.tongue ? free : Utterance(text, clock: clock, tongue: tongue)
  }

  /// A name in a follow-up that fits several things: asked back.
  func asking(_ name: Reading.NameChoice, _ utterance: Utterance) -> Answer {
    let verdict = Judge(assistant: self, utterance: utterance).askName(name)
    return finish(carryOut(verdict, utterance), since: ContinuousClock().now)
  }

  /// A name in a follow-up that several things bear: which one is meant; nil where it does not matter.
  func asking(which name: Reading.NameChoice, _ query: Query, _ utterance: Utterance) -> Answer? {
    Judge(assistant: self, utterance: utterance).askWhich(name, query).map {
      finish(carryOut($0, utterance), since: ContinuousClock().now)
    }
  }

  /// Whether a query made by editing can be told of this database.
  func canPlan(_ query: Query) -> Bool { model.knows(query) && problem(with: query) == nil }

  /// Whether a query asks for what this database has no table or column for.
  func lacksData(for query: Query) -> Bool {
    guard model.knows(query) else { return false }
    return switch problem(with: query) {
    case .missingTable, .missingColumn: true
    case .unreachable, .ambiguous, .undated, .untimed, nil: false
    }
  }

  private func problem(with query: Query) -> PlanningProblem? {
    do throws(PlanningProblem) {
      _ = try planner.planTold(query)
      return nil
    } catch {
      return error
    }
  }

  /// Whether words answer for themselves, as a question or as talk; nothing is run for it.
  func answers(_ utterance: Utterance) -> Bool {
    switch Judge(assistant: self, utterance: utterance).verdict().decision {
    case .answer, .talk, .tables, .currency: true
    case .ask, .refuse: false
    }
  }

  /// A change that is meant for a question which had no answer: asked back.
  func asking(toClarify question: String, _ utterance: Utterance) -> Answer {
    let verdict = Verdict(.ask(.unclearChange(of: question)))
    return finish(carryOut(verdict, utterance), since: ContinuousClock().now)
  }

  /// A sentence about the conversation.
  func saying(_ talk: Answer.Talk, _ utterance: Utterance) -> Answer {
    finish(carryOut(Verdict(.talk(talk)), utterance), since: ContinuousClock().now)
  }

  /// What an order about the last answer comes to: the way to its figures, its time, or its rows again.
  func speaking(of last: Answer, _ order: ConversationOrder, _ utterance: Utterance) -> Answer {
    var answer = saying(talk(of: last, order), utterance)
    answer.query = last.query
    answer.sql = last.sql
    answer.parameters = last.parameters
    answer.receipt = last.receipt
    answer.timings = last.timings
    if case .request = answer.talk {
      answer.columns = last.columns
      answer.rows = last.rows
      answer.isTruncated = last.isTruncated
    }
    return answer
  }

  private func talk(of last: Answer, _ order: ConversationOrder) -> Answer.Talk {
    switch order {
    case .chart: return .request(.chart)
    case .export(let form): return .request(.file(ending: form?.rawValue))
    case .elapsed: return .elapsed
    case .explain(.statement): return .explanation(.statement, question: last.question, [])
    case .explain(.source): return .explanation(.source, question: last.question, [])
    case .explain(.method), .reason, .undo, .restart, .backToFirst:
      let metrics = last.query?.measures.compactMap { model.metrics[$0.metric] } ?? []
      let meanings = metrics.map { Answer.Meaning(noun: $0.noun, text: $0.description) }
      return .explanation(.method, question: last.question, meanings)
    }
  }

  /// The query that words come to as a question of their own; nil when they come to none.
  func query(_ utterance: Utterance) -> Query? {
    guard utterance.text.utf8.count <= Self.longestQuestion,
      case .answer(let query, _) = verdicts(on: utterance).last?.verdict.decision
    else { return nil }
    return query
  }
}
