import Analytics
import Diagnostics
import Planning
import SQLiteStore
import SemanticModel
import Values

/// Checks the user's data by the rules of the corpus, and adds what each came to to the history of days.
struct QualityStep {
  let database: Connection
  let facts: DatabaseFacts
  let rules: [QualityRule]
  let file: Connection
  let cancellation: Cancellation?

  /// What one rule came to.
  private struct Outcome {
    let rule: QualityRule
    let checked: Int
    let failing: Int
  }

  /// Replaces today's rows, inside the caller's transaction; a database that no rule has anything to check in has none.
  ///
  /// - Returns: rules that had something to check.
  func run() throws(Failure) -> Int {
    let outcomes = try self.outcomes()
    for table in ["optiflow_quality_days", "optiflow_quality_checks"] {
      try file.execute(
        "DELETE FROM \(table) WHERE day = ?",
        parameters: [.text(facts.now.iso)]
      )
    }
    let parts = outcomes.map {
      QualityScore.Part(checked: $0.checked, failing: $0.failing, weight: $0.rule.weight)
    }
    guard let score = QualityScore.of(parts) else { return 0 }
    let days = try file.prepareInsert(
      into: "optiflow_quality_days",
      columns: ["day", "score", "rules", "passed", "failing_rows", "checked_at"]
    )
    try days.insert(values: [
      .text(facts.now.iso), .real(score), .integer(Int64(outcomes.count)),
      .integer(Int64(outcomes.count { $0.failing == 0 })),
      .integer(Int64(outcomes.reduce(0) { $0 + $1.failing })), .text(LocalTime.now),
    ])
    try write(outcomes)
    return outcomes.count
  }

  private func write(_ outcomes: [Outcome]) throws(Failure) {
    // Of two rules of one kind on the same columns the last one stays.
    let checks = try file.prepareInsert(
      into: "optiflow_quality_checks",
      columns: ["day", "table_name", "column_names", "rule", "checked", "failing"],
      replacing: true
    )
    for outcome in outcomes {
      try checks.insert(values: [
        .text(facts.now.iso), .text(outcome.rule.table),
        .text(outcome.rule.columns.joined(separator: " + ")), .text(outcome.rule.check.kind),
        .integer(Int64(outcome.checked)), .integer(Int64(outcome.failing)),
      ])
    }
  }

  /// The rules whose columns the database has, and that had a row to check.
  private func outcomes() throws(Failure) -> [Outcome] {
    var outcomes: [Outcome] = []
    for (rules, plan) in QualityPlanner(facts: facts).counts(of: rules) {
      let result = try database.query(
        plan.sql,
        parameters: plan.parameters,
        cancellation: cancellation
      )
      guard let row = result.rows.first else { continue }
      for (place, rule) in rules.enumerated() where row.count > 2 * place + 1 {
        let checked = Int(row[2 * place].number ?? 0)
        guard checked > 0 else { continue }
        let failing = Int(row[2 * place + 1].number ?? 0)
        outcomes.append(Outcome(rule: rule, checked: checked, failing: failing))
      }
    }
    return outcomes
  }
}
