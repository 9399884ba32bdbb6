package import Diagnostics
import SQLiteStore

/// The demonstration database of `optiflow demo`: a French shop's three years up to 31 March 2026.
package enum DemoDatabase {
  /// Writes the database, the same bytes for the same seed and scale.
  ///
  /// - Parameters:
  ///   - path: the file to make.
  ///   - seed: what all chance is drawn from.
  ///   - scale: size against the whole shop, above 0 and at most 1; a small one for tests.
  ///   - isReplacing: whether a file of that name is overwritten.
  ///   - progress: told the share done, 0…1, and the table about to be written ("" at first, while
  ///     the three years are played, and at the end).
  /// - Throws: what `Connection.create` throws, or the disk's faults.
  package static func write(
    to path: String,
    seed: UInt64 = 20_260_331,
    scale: Double = 1,
    replacing isReplacing: Bool = false,
    progress: (Double, String) -> Void = { _, _ in }
  ) throws(Failure) {
    let database = try Connection.create(path: path, replacing: isReplacing)
    progress(0, "")
    let tables = DemoShop(seed: seed, scale: scale).tables
    // A fixed page size, whatever SQLite was built with; keys are checked by tests, not here.
    try database.execute("PRAGMA page_size = 4096; PRAGMA foreign_keys = OFF")
    let simulationShare = 0.25
    let total = Double(tables.reduce(0) { $0 + $1.count })
    var done = 0.0
    for table in tables {
      progress(simulationShare + (1 - simulationShare) * done / total, table.layout.name)
      try write(table, to: database)
      done += Double(table.count)
    }
    try database.execute("ANALYZE")
    try database.finish()
    progress(1, "")
  }

  private static func write(_ table: DemoTable, to database: Connection) throws(Failure) {
    try database.transaction { () throws(Failure) in
      try database.execute(table.layout.creation)
      let insertion = try database.prepareInsert(
        into: table.layout.name,
        columns: table.layout.columns
      )
      for index in 0..<table.count {
        try insertion.insert(values: table.row(index))
      }
      for statement in table.layout.indexCreations {
        try database.execute(statement)
      }
    }
  }
}
