package import Diagnostics
import Values

/// Makes a profile of a database: one SELECT, one pass, for each table.
package enum ProfileReader {
  /// Version of the stored form.
  private static let version = 2

  /// Profiles a database.
  ///
  /// - Parameters:
  ///   - connection: the database.
  ///   - schema: its tables and columns.
  ///   - expectations: the columns to look at; those that are missing are passed over.
  ///   - deadline: the longest any one table may take.
  /// - Returns: the profile of what is there.
  /// - Throws: "db.too-slow", and what can befall the file.
  package static func read(
    _ connection: Connection,
    schema: DatabaseSchema,
    expecting expectations: [ColumnExpectation],
    deadline: Duration = .seconds(120)
  ) throws(Failure) -> DatabaseProfile {
    var names: [String] = []
    var columns: [String: [ColumnExpectation]] = [:]
    for expectation in expectations {
      if columns[expectation.table] == nil { names.append(expectation.table) }
      columns[expectation.table, default: []].append(expectation)
    }
    var profile = DatabaseProfile(tables: [])
    for name in names {
      guard let table = schema.table(named: name) else { continue }
      let present = (columns[name] ?? []).filter { table.column(named: $0.column) != nil }
      let query = sql(table: table.name, columns: present)
      let result = try connection.query(query, deadline: deadline)
      profile.tables.append(Self.table(name, present, row: result.rows.first ?? []))
    }
    return profile
  }

  /// The profile kept in the side folder when the database is still the same, else a new one.
  ///
  /// A folder that is missing or cannot be written costs time, never the answer.
  package static func read(
    _ connection: Connection,
    schema: DatabaseSchema,
    expecting expectations: [ColumnExpectation],
    keptIn folder: SideFolder
  ) throws(Failure) -> DatabaseProfile {
    // Taken before reading: a write in between makes the next start read again, not believe.
    let fingerprint = try connection.fingerprint()
    let wanted = expectations.map { "\($0.table).\($0.column):\($0.kind.rawValue)" }
    let digest = Digest.hex(wanted.joined(separator: "\n"))
    if let bytes = folder.read("profile", version: version, of: fingerprint) {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.firstIndex(of: "\n"), text[..<end] == digest,
        let profile = DatabaseProfile(serialized: String(text[text.index(after: end)...]))
      {
        return profile
      }
    }
    let profile = try read(connection, schema: schema, expecting: expectations)
    let text = digest + "\n" + profile.serialized
    folder.write(Array(text.utf8), as: "profile", version: version, of: fingerprint)
    return profile
  }

  private static func sql(table: String, columns: [ColumnExpectation]) -> String {
    let profiles = columns.map { expectation in
      let column = quoted(identifier: expectation.column)
      return switch expectation.kind {
      case .number: "optiflow_number_profile(\(column))"
      case .date: "optiflow_date_profile(\(column))"
      case .text, .key: "count(\(column))"
      }
    }
    let list = (["count(*)"] + profiles).joined(separator: ", ")
    return "SELECT \(list) FROM \(quoted(identifier: table))"
  }

  private static func table(
    _ name: String,
    _ expectations: [ColumnExpectation],
    row: [Value]
  ) -> DatabaseProfile.Table {
    let counts = row.map { value in
      switch value {
      case .integer(let count): [Int(count)]
      case .text(let text): text.split(separator: " ").compactMap { Int($0) }
      case .real, .null: [Int]()
      }
    }
    // An aggregate of ours is NULL over no rows at all.
    let columns = zip(expectations, counts.dropFirst()).map { expectation, counts in
      DatabaseProfile.Column(
        name: expectation.column,
        kind: expectation.kind,
        presentCount: counts.first ?? 0,
        unfitCount: counts.count > 1 ? counts[1] : 0,
        firstDay: counts.count > 3 ? day(counts[2]) : nil,
        lastDay: counts.count > 3 ? day(counts[3]) : nil,
        timedCount: counts.count > 4 ? counts[4] : 0
      )
    }
    return DatabaseProfile.Table(name: name, rowCount: counts.first?.first ?? 0, columns: columns)
  }

  /// The day written yyyymmdd.
  private static func day(_ packed: Int) -> CalendarDay? {
    CalendarDay(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
  }
}
