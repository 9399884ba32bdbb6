package import SemanticModel
package import Values

/// One column of a plan's result and what it holds.
package struct PlannedColumn: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    case key(Key)
    /// What a list tells of each thing besides what was asked.
    case detail(Key)
    /// The figure of the query's measure at this index.
    case measure(Int)
    /// The lower end of that figure's 80 % interval.
    case lower(Int)
    /// The upper end of it.
    case upper(Int)
    /// That figure as a fraction of the total, or of the same figure without the measure's own filters.
    case share(Int)
    /// The same figure in the comparison period.
    case previous(Int)
    /// Figure − previous.
    case difference(Int)
    /// (Figure − previous) ÷ previous, a fraction.
    case change(Int)
    /// A second aggregation; the measure it aggregates, nil for counts of groups.
    case rollup(Rollup.Function, measure: Int?)
    /// A column of an analysis, by its name in the corpus.
    case computed(String)

    /// The key whose members the column shows, asked for or told besides.
    package var shownKey: Key? {
      switch self {
      case .key(let key), .detail(let key): key
      case .measure, .lower, .upper, .share, .previous, .difference, .change, .rollup, .computed:
        nil
      }
    }
  }

  package let role: Role
  /// Unique machine name, the column's alias in the SQL.
  package let name: String
  package let unit: Metric.Unit

  package init(role: Role, name: String, unit: Metric.Unit) {
    self.role = role
    self.name = name
    self.unit = unit
  }
}

/// A compiled query: the text that runs, its values, and what comes back.
package struct Plan: Hashable, Sendable {
  package let sql: String
  package let parameters: [Value]
  package let columns: [PlannedColumn]
  /// Datasets whose rows are read.
  package let datasets: [String]

  package init(sql: String, parameters: [Value], columns: [PlannedColumn], datasets: [String]) {
    self.sql = sql
    self.parameters = parameters
    self.columns = columns
    self.datasets = datasets
  }
}
