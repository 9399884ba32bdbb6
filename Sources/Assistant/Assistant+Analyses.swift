import Analyses
import Diagnostics
import Interpretation
import Planning
import SemanticModel
import Values

/// Answers that are computed beyond SQL.
extension Assistant {
  /// Carries an analysis out and makes an answer of its table and findings.
  func analyse(
    _ query: Query,
    _ call: AnalysisCall,
    _ verdict: Verdict,
    _ utterance: Utterance
  ) -> Answer {
    guard let analysis = model.analyses[call.name], let method = AnalysisMethods.named(call.name)
    else { preconditionFailure("no method computes the analysis \(call.name)") }
    var answer = Answer(to: utterance, .answered)
    answer.query = query
    answer.confidence = verdict.confidence
    // How the names were read; the rest the findings say themselves.
    answer.assumptions = verdict.assumptions.filter {
      switch $0 {
      case .corrected, .group: true
      default: false
      }
    }
    let figures = AnalysedFigures(of: self)
    let request = AnalysisRequest(
      query: query,
      analysis: analysis,
      model: model,
      now: context.facts.now,
      source: figures
    )
    do throws(AnalysisError) {
      let result = try method.result(request)
      answer.query = result.query
      answer.columns = result.columns
      let said = analysis.keepsLimit ? query.analysis?.limitSaid : nil
      let wanted = result.rows.prefix(said ?? result.rows.count)
      answer.rows = Array(wanted.prefix(Self.rowLimit))
      answer.isTruncated = wanted.count > Self.rowLimit
      answer.findings = result.findings
      let scope = UnappliedScope(
        model: model,
        asked: figures.asked,
        noted: figures.noted,
        notedFilters: figures.notedFilters,
        result: result
      )
      let unapplied = scope.parts(of: query, analysis, now: request.now)
      if !unapplied.isEmpty { answer.assumptions.append(.notApplied(unapplied)) }
    } catch {
      switch error {
      case .planning(let problem):
        let judge = Judge(assistant: self, utterance: utterance)
        let reading = Reading(outcome: .query(query), score: 1)
        return carryOut(judge.unavailable(problem, query, reading), utterance)
      case .failure(let failure): fail(&answer, by: failure)
      }
    }
    answer.sql = figures.statements.isEmpty ? nil : figures.statements.joined(separator: ";\n\n")
    answer.parameters = figures.parameters
    answer.receipt = receipt(ofDatasets: figures.datasets)
    answer.receipt.computed = figures.computed
    return answer
  }
}

/// Runs the queries of one analysis and keeps what the receipt tells of them.
private final class AnalysedFigures: FigureSource {
  private let assistant: Assistant
  private(set) var statements: [String] = []
  private(set) var parameters: [Value] = []
  private(set) var datasets: [String] = []
  private(set) var computed: ComputedTime?
  private(set) var asked: [Query] = []
  private(set) var noted: [Period] = []
  private(set) var notedFilters: [Filter] = []

  /// More rows than an analysis can use: a guard against a table without end.
  private static let rowLimit = 5_000_000

  init(of assistant: Assistant) {
    self.assistant = assistant
  }

  func figures(of query: Query) throws(AnalysisError) -> FigureTable {
    asked.append(query)
    return try rows { () throws(PlanningProblem) in try assistant.planner.plan(query) }
  }

  func keyedFigures(of query: Query) throws(AnalysisError) -> FigureTable {
    asked.append(query)
    return try rows { () throws(PlanningProblem) in try assistant.planner.keyedPlan(query) }
  }

  func names(of dimension: String) throws(AnalysisError) -> [Value: String] {
    guard let dimension = assistant.model.dimensions[dimension] else { return [:] }
    var names: [Value: String] = [:]
    for statement in assistant.planner.valueStatements(of: dimension) {
      do throws(Failure) {
        let rows = try assistant.executor.run(statement, parameters: [], limit: Self.rowLimit).rows
        for row in rows where names[row[0]] == nil { names[row[0]] = row[1].text }
      } catch {
        throw .failure(error)
      }
    }
    return names
  }

  func uses(_ period: Period) { noted.append(period) }

  func uses(_ filter: Filter) { notedFilters.append(filter) }

  private func rows(
    _ planned: () throws(PlanningProblem) -> Plan
  ) throws(AnalysisError) -> FigureTable {
    let plan: Plan
    do throws(PlanningProblem) {
      plan = try planned()
    } catch {
      throw .planning(error)
    }
    do throws(Failure) {
      let (result, time) = try assistant.rows(of: plan, limit: Self.rowLimit)
      keep(plan, time)
      return FigureTable(columns: plan.columns, rows: result.rows)
    } catch {
      throw .failure(error)
    }
  }

  // What stands in for a figure that is not there would be another figure.
  func canTell(_ query: Query) -> Bool {
    let canTell = assistant.model.knows(query) && (try? assistant.planner.plan(query)) != nil
    // What a filter makes untold is an effect of it.
    if !canTell { notedFilters += query.filters }
    return canTell
  }

  func checked(_ rules: [QualityRule]) throws(AnalysisError) -> [CheckedRule] {
    let planner = QualityPlanner(facts: assistant.planner.facts)
    var checked: [CheckedRule] = []
    for (rules, plan) in planner.counts(of: rules) {
      let row = try rows(of: plan).first ?? []
      for (place, rule) in rules.enumerated() where row.count > 2 * place + 1 {
        let (count, failing) = (row[2 * place].number ?? 0, row[2 * place + 1].number ?? 0)
        var examples: [Value] = []
        if failing > 0, let sample = planner.examples(of: rule) {
          examples = try rows(of: sample).compactMap(\.first)
        }
        checked.append(
          CheckedRule(rule: rule, checked: Int(count), failing: Int(failing), examples: examples)
        )
      }
    }
    return checked
  }

  private func rows(of plan: Plan) throws(AnalysisError) -> [[Value]] {
    do throws(Failure) {
      let (result, time) = try assistant.rows(of: plan, limit: Self.rowLimit)
      keep(plan, time)
      return result.rows
    } catch {
      throw .failure(error)
    }
  }

  private func keep(_ plan: Plan, _ time: ComputedTime?) {
    statements.append(plan.sql)
    parameters += plan.parameters
    datasets += plan.datasets.filter { !datasets.contains($0) }
    computed = time ?? computed
  }
}
