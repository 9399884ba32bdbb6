import SQL
package import SemanticModel
import Values

/// Statements that count the rows which break rules of data quality, and show some of them.
///
/// Conditions on rows are counted in one pass over their table; sameness of rows has a statement of its own.
package struct QualityPlanner: Sendable {
  private let facts: DatabaseFacts
  /// Rows shown of each rule that is broken.
  private static let shown = 5

  package init(facts: DatabaseFacts) {
    self.facts = facts
  }

  /// Statements with two columns a rule: rows checked, rows failing.
  ///
  /// Rules whose columns are not there are left out.
  package func counts(of rules: [QualityRule]) -> [(rules: [QualityRule], plan: Plan)] {
    var statements: [(rules: [QualityRule], plan: Plan)] = []
    let known = rules.filter(canCheck)
    var tables: [String] = []
    for rule in known where !tables.contains(rule.table) { tables.append(rule.table) }
    for table in tables {
      let own = known.filter { $0.table == table }
      let rowwise = own.filter { $0.check != .unique }
      if !rowwise.isEmpty { statements.append((rowwise, pass(over: table, rowwise))) }
      for rule in own where rule.check == .unique { statements.append(([rule], same(rule))) }
    }
    return statements
  }

  /// The keys of some rows that break a rule; nil where a rule is of no single row.
  package func examples(of rule: QualityRule) -> Plan? {
    if case .fresh = rule.check { return nil }
    var select = Select()
    select.from = .identifier(rule.table)
    if rule.check == .unique {
      select.columns = [("MIN(\(key(of: rule)))", "example")]
      select.conditions = presence(rule)
      select.grouping = rule.columns.map(folded)
      let groups =
        "SELECT example FROM (\(select.fragment)\nHAVING COUNT(*) > 1) ORDER BY 1 LIMIT \(.constant(Self.shown))"
        as SQLFragment
      return plan(groups, rule.table)
    }
    select.columns = [(key(of: rule), "example")]
    select.conditions = [failing(rule)]
    select.ordering = ["1"]
    select.limit = Self.shown
    return plan(select.fragment, rule.table)
  }

  private func canCheck(_ rule: QualityRule) -> Bool {
    guard rule.columns.allSatisfy({ facts.has(rule.table, $0) }) else { return false }
    if case .reference(let table, let key) = rule.check { return facts.has(table, key) }
    return true
  }

  /// The column that names a row, else its place in the file.
  private func key(of rule: QualityRule) -> SQLFragment {
    facts.has(rule.table, rule.key) ? .identifier(rule.key) : "rowid"
  }

  // MARK: - Counting

  private func pass(over table: String, _ rules: [QualityRule]) -> Plan {
    var select = Select()
    select.from = .identifier(table)
    for (place, rule) in rules.enumerated() {
      select.columns.append((checked(rule), "checked\(place)"))
      let failing: SQLFragment =
        if case .fresh(let days) = rule.check {
          stale(rule, days)
        } else {
          "SUM(CASE WHEN \(failing(rule)) THEN 1 ELSE 0 END)"
        }
      select.columns.append((failing, "failing\(place)"))
    }
    return plan(select.fragment, table)
  }

  private func same(_ rule: QualityRule) -> Plan {
    var groups = Select()
    groups.columns = [("COUNT(*)", "n")]
    groups.from = .identifier(rule.table)
    groups.conditions = presence(rule)
    groups.grouping = rule.columns.map(folded)
    let body: SQLFragment =
      "SELECT SUM(n) AS checked0, SUM(CASE WHEN n > 1 THEN n - 1 ELSE 0 END) AS failing0 FROM (\(groups.fragment))"
    return plan(body, rule.table)
  }

  private func plan(_ statement: SQLFragment, _ table: String) -> Plan {
    let prepared = statement.prepared
    return Plan(sql: prepared.sql, parameters: prepared.parameters, columns: [], datasets: [])
  }

  // MARK: - Conditions

  private func presence(_ rule: QualityRule) -> [SQLFragment] {
    rule.columns.map { "\(.identifier($0)) IS NOT NULL AND \(.identifier($0)) <> ''" }
  }

  private func folded(_ column: String) -> SQLFragment {
    "fold(CAST(\(.identifier(column)) AS TEXT))"
  }

  private func checked(_ rule: QualityRule) -> SQLFragment {
    switch rule.check {
    case .filled: "COUNT(*)"
    case .fresh: "1"
    case .order:
      "SUM(CASE WHEN \(isDay(rule.columns[0])) AND \(isDay(rule.columns[1])) THEN 1 ELSE 0 END)"
    default: "COUNT(\(.identifier(rule.columns[0])))"
    }
  }

  private func isDay(_ column: String) -> SQLFragment {
    RowScope.isISODate(.identifier(column))
  }

  private func day(_ column: String) -> SQLFragment { "substr(\(.identifier(column)), 1, 10)" }

  private func failing(_ rule: QualityRule) -> SQLFragment {
    let column = SQLFragment.identifier(rule.columns[0])
    switch rule.check {
    case .filled: return "\(column) IS NULL OR TRIM(\(column)) = ''"
    case .number: return "\(column) IS NOT NULL AND NOT \(column) = CAST(\(column) AS NUMERIC)"
    case .date: return "\(column) IS NOT NULL AND NOT COALESCE(\(isDay(rule.columns[0])), 0)"
    case .range(let low, let high):
      var ends: [SQLFragment] = []
      if let low { ends.append("\(column) < \(.constant(real: low))") }
      if let high { ends.append("\(column) > \(.constant(real: high))") }
      // What is no number is a fault of its own.
      return "\(column) = CAST(\(column) AS NUMERIC) AND (\(ends.joined(" OR ")))"
    case .allowed(let values):
      let list = values.map { SQLFragment.value(.text($0)) }.joined(", ")
      return "\(column) IS NOT NULL AND \(column) NOT IN (\(list))"
    case .reference(let table, let key):
      let target = SQLFragment.identifier(key)
      return
        "\(column) IS NOT NULL AND \(column) NOT IN (SELECT \(target) FROM \(.identifier(table)) WHERE \(target) IS NOT NULL)"
    case .order:
      let (earlier, later) = (rule.columns[0], rule.columns[1])
      return "\(isDay(earlier)) AND \(isDay(later)) AND \(day(later)) < \(day(earlier))"
    case .unique, .fresh: return "0"
    }
  }

  /// 1 where the newest day that has come is older than so many days.
  private func stale(_ rule: QualityRule, _ days: Int) -> SQLFragment {
    let now = SQLFragment.value(.text(facts.now.iso))
    let column = rule.columns[0]
    let newest: SQLFragment =
      "MAX(CASE WHEN \(isDay(column)) AND \(day(column)) <= \(now) THEN \(day(column)) END)"
    return
      "CASE WHEN julianday(\(now)) - julianday(\(newest)) <= \(.constant(days)) THEN 0 ELSE 1 END"
  }
}
