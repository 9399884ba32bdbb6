import Planning
import SemanticModel

/// The columns of an analysis.
extension PlannedColumn {
  /// A column that the corpus describes, by its name there.
  static func computed(_ name: String, _ unit: Metric.Unit) -> PlannedColumn {
    PlannedColumn(role: .computed(name), name: name, unit: unit)
  }

  /// The column of a key: a dimension's, else a day's.
  static func key(_ key: Key) -> PlannedColumn {
    PlannedColumn(role: .key(key), name: key.dimension ?? "day", unit: .text)
  }
}
