import Diagnostics
package import Interpretation
package import Planning
package import SemanticModel
package import Values
import Language

/// The pipeline: a question in, an answer out.
///
/// The same object serves the command line, the chat and HTTP.
package struct Assistant: Sendable {
  /// What the assistant knows of the database beyond its rows.
  package struct Context: Sendable {
    package var facts: DatabaseFacts
    /// ISO code of the currency of all amounts.
    package var currency: String
    /// Rows left out because a value could not be read: table → column → count.
    package var unreadable: [DatabaseFacts.Column: Int]

    package init(facts: DatabaseFacts, currency: String, unreadable: [DatabaseFacts.Column: Int]) {
      self.facts = facts
      self.currency = currency
      self.unreadable = unreadable
    }
  }

  /// Longest question read, in bytes; longer texts are refused, not cut.
  package static let longestQuestion = 4_000
  /// Most rows handed on.
  package static let rowLimit = 10_000

  package let interpreter: Interpreter
  package let planner: QueryPlanner
  package let context: Context
  let executor: any QueryExecutor
  let computed: (any ComputedTables)?
  let book: (any LessonBook)?
  let intuition: Deferred<Intuition?>
  /// Who may say what questions mean that the rules do not understand; nil for nobody.
  let help: (any UnderstandingHelp)?

  package init(
    interpreter: Interpreter,
    context: Context,
    executor: any QueryExecutor,
    computed: (any ComputedTables)? = nil,
    book: (any LessonBook)? = nil,
    intuition: Deferred<Intuition?> = Deferred(made: nil),
    help: (any UnderstandingHelp)? = nil
  ) {
    self.interpreter = interpreter
    self.context = context
    self.executor = executor
    self.computed = computed
    self.book = book
    self.intuition = intuition
    self.help = help
    planner = QueryPlanner(model: interpreter.model, facts: context.facts)
  }

  package var model: SemanticModel { interpreter.model }

  /// Answers one question.
  package func ask(_ question: String, tongue: Tongue? = nil) -> Answer {
    let clock = ContinuousClock()
    let start = clock.now
    guard question.utf8.count <= Self.longestQuestion else {
      return finish(
        refusal(
          .tooLong(limit: Self.longestQuestion),
          String(question.prefix(200)),
          tongue ?? .french
        ),
        since: start
      )
    }
    let utterance = utterance(question, in: tongue)
    if let wish = lessonWish(utterance) { return answer(wish, to: utterance) }
    let verdicts = verdicts(on: utterance)
    let decided = clock.now
    var answer = carryOut(verdicts, utterance)
    let carriedOut = clock.now
    answer = helped(answer, utterance)
    answer.timings.understand = (decided - start + (clock.now - carriedOut)).milliseconds
    answer.timings.query = (carriedOut - decided).milliseconds
    return finish(answer, since: start)
  }

  func finish(_ answer: Answer, since start: ContinuousClock.Instant) -> Answer {
    var answer = answer
    answer.receipt.asOf = context.facts.now
    answer.receipt.currency = context.currency
    // The same question on the same day with the same SQL has the same id.
    answer.id = Answer.identifier(
      answer.question,
      context.facts.now.iso,
      answer.sql ?? answer.status.rawValue
    )
    answer.further = answer.further.map { finish($0, since: start) }
    answer.timings.total = (ContinuousClock().now - start).milliseconds
    return answer
  }

  // MARK: - Carrying out a verdict

  func carryOut(_ verdict: Verdict, _ utterance: Utterance) -> Answer {
    let question = utterance.text
    switch verdict.decision {
    case .talk(let talk):
      var answer = Answer(to: utterance, .answered)
      answer.talk = talk
      answer.confidence = 1
      return answer
    case .tables:
      return tables(question, utterance.tongue)
    case .currency:
      return currency(question, utterance.tongue)
    case .refuse(let reason):
      var answer = refusal(reason, question, utterance.tongue)
      answer.choices = verdict.choices
      answer.unexplained = verdict.unexplained
      answer.confidence = verdict.confidence
      return answer
    case .ask(let reason):
      var answer = refusal(reason, question, utterance.tongue)
      answer.status = .clarification
      answer.choices = verdict.choices
      answer.unexplained = verdict.unexplained
      answer.confidence = verdict.confidence
      return answer
    case .answer(let query, let plan):
      if let call = query.analysis { return analyse(query, call, verdict, utterance) }
      return run(query, plan, verdict, utterance)
    }
  }

  func refusal(_ reason: Answer.Reason, _ question: String, _ tongue: Tongue) -> Answer {
    var answer = Answer(id: "", question: question, language: tongue, status: .refused)
    answer.reason = reason
    return answer
  }

  private func run(_ query: Query, _ plan: Plan, _ verdict: Verdict, _ utterance: Utterance)
    -> Answer
  {
    var answer = Answer(to: utterance, .answered)
    answer.query = query
    answer.confidence = verdict.confidence
    answer.assumptions = verdict.assumptions
    do throws(Failure) {
      let plan = try withLessons(query, plan, &answer)
      answer.sql = plan.sql
      answer.parameters = plan.parameters
      answer.columns = plan.columns
      let (result, time) = try rows(of: plan, limit: Self.rowLimit)
      answer.rows = result.rows
      answer.isTruncated = result.isTruncated
      answer.receipt = receipt(query, plan, answer)
      answer.receipt.computed = time
      answer.steps = steps(to: query)
      answer.history = historyQuery(before: query, units: answer.rows.count).flatMap(series)
      answer.whole = wholeQuery(of: query).flatMap(series)
      answer.assumptions += [underway(query, answer)].compactMap(\.self)
    } catch {
      fail(&answer, by: error)
    }
    return answer
  }

  /// The plan with what lessons change of it, which the answer says.
  private func withLessons(
    _ query: Query,
    _ plan: Plan,
    _ answer: inout Answer
  ) throws(Failure) -> Plan {
    guard let book else { return plan }
    let result = try LessonRemarks(assistant: self, book: book).applied(to: query, plan)
    answer.assumptions += result.assumptions
    return result.query == query ? plan : (try? planner.plan(result.query)) ?? plan
  }

  /// Runs a statement; where it reads computed tables, they are made ready before.
  func rows(of plan: Plan, limit: Int) throws(Failure) -> (rows: QueryRows, computed: ComputedTime?)
  {
    // The statement tells, as filters read tables that are no facts of the query.
    let isComputed = plan.sql.contains(Dataset.computedPrefix)
    let time = isComputed ? try computed?.makeReady() : nil
    return (try executor.run(plan.sql, parameters: plan.parameters, limit: limit), time)
  }

  /// Turns an answer into one that tells what went wrong.
  func fail(_ answer: inout Answer, by failure: Failure) {
    answer.status = .error
    answer.reason = Answer.Reason(failure)
  }

  /// The currency of all amounts: known without a query.
  private func currency(_ question: String, _ tongue: Tongue) -> Answer {
    var answer = Answer(id: "", question: question, language: tongue, status: .answered)
    answer.talk = .currency(context.currency)
    answer.columns = [
      PlannedColumn(role: .key(.dimension("currency")), name: "currency", unit: .text)
    ]
    answer.rows = [[.text(context.currency)]]
    answer.confidence = 1
    return answer
  }

  /// The tables of the database with their rows: known without a query.
  private func tables(_ question: String, _ tongue: Tongue) -> Answer {
    var answer = Answer(id: "", question: question, language: tongue, status: .answered)
    answer.columns = [
      PlannedColumn(role: .key(.dimension("table")), name: "table", unit: .text),
      PlannedColumn(role: .rollup(.count, measure: nil), name: "rows", unit: .count),
    ]
    answer.rows = context.facts.rowCounts.sorted { $0.key < $1.key }.map {
      [.text($0.key), .integer(Int64($0.value))]
    }
    answer.confidence = 1
    return answer
  }
}

extension Duration {
  /// The duration in milliseconds.
  var milliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1000 + Double(attoseconds) / 1e15
  }
}
