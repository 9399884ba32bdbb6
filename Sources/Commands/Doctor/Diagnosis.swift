import Assistant
import Corpus
import Planning
import SQLiteStore
import SemanticModel
import Values

/// What a database offers, what it lacks, and what that switches off.
struct Diagnosis {
  /// A table of the contract that is there.
  struct Table: Hashable {
    let name: String
    let rowCount: Int
    /// First and last valid day of each of its date columns that has some.
    let ranges: [Range]
    /// Columns of the contract that it lacks, or that hold nothing.
    let missing: [String]
  }

  /// From when to when a date column goes.
  struct Range: Hashable {
    let column: String
    let first: CalendarDay
    let last: CalendarDay
  }

  /// Values of a column that could not be read.
  struct Dirt: Hashable {
    let column: String
    let count: Int
    /// Rows of its table.
    let rowCount: Int
  }

  /// A figure, thing or group that questions cannot use here.
  struct Gap: Hashable {
    /// "metric", "dimension" or "segment".
    let kind: String
    let name: String
    let label: LocalizedText
    /// The table or `table.column` that is not there.
    let cause: String
  }

  let path: String
  /// Bytes of the file.
  let size: Int64
  let now: CalendarDay
  let currency: String
  let tables: [Table]
  let missingTables: [String]
  /// Tables the contract does not name; they are not read.
  let otherTables: [String]
  let dirt: [Dirt]
  let gaps: [Gap]
  /// How many metrics, dimensions and segments can be used, of how many.
  let offered: Int
  let known: Int

  /// Looks at an open database.
  init(_ database: Database, model: SemanticModel, size: Int64) {
    path = database.connection.path
    self.size = size
    let facts = database.context.facts
    now = facts.now
    currency = database.context.currency
    tables = database.profile.tables.map { Self.table($0) }
    let contract = ContractSchema.tables.map(\.name)
    missingTables = contract.filter { database.profile.table(named: $0) == nil }
    otherTables = database.schema.tables.map(\.name).filter { name in
      !contract.contains(name.lowercased()) && !name.hasPrefix("sqlite_")
    }
    dirt = database.context.unreadable.filter { $0.value > 0 }.map { column, count in
      Dirt(
        column: "\(column.table).\(column.name)",
        count: count,
        rowCount: facts.rowCounts[column.table] ?? 0
      )
    }.sorted { $0.column < $1.column }
    let probe = CapabilityProbe(planner: QueryPlanner(model: model, facts: facts))
    gaps = probe.gaps
    known = probe.known
    offered = known - gaps.count
  }

  private static func table(_ table: DatabaseProfile.Table) -> Table {
    let expected = ContractSchema.columns(of: table.name)?.map(\.0) ?? []
    let ranges = table.columns.compactMap { column -> Range? in
      guard let first = column.firstDay, let last = column.lastDay else { return nil }
      return Range(column: column.name, first: first, last: last)
    }
    let missing = expected.filter { (table.column(named: $0)?.presentCount ?? 0) == 0 }
    return Table(name: table.name, rowCount: table.rowCount, ranges: ranges, missing: missing)
  }
}
