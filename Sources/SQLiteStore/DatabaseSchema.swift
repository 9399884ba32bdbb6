/// The tables and views a database has, as declared.
package struct DatabaseSchema: Equatable, Sendable {
  /// How SQLite treats what is stored in a column (https://www.sqlite.org/datatype3.html, 3.1).
  package enum Affinity: String, Sendable {
    /// Named as in SQLite's manual.
    case integer, text, blob, real, numeric

    /// The affinity a declared type gives; the rules in the order SQLite applies them.
    package init(declaredType: String) {
      // By bytes: this runs for every column of every start, and searching texts costs fifty times as much.
      let type = Array(declaredType.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 })
      func has(_ part: StaticString) -> Bool {
        let part = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
        return type.indices.contains { type[$0...].starts(with: part) }
      }
      self =
        if has("INT") {
          .integer
        } else if has("CHAR") || has("CLOB") || has("TEXT") {
          .text
        } else if type.isEmpty || has("BLOB") {
          .blob
        } else if has("REAL") || has("FLOA") || has("DOUB") {
          .real
        } else {
          .numeric
        }
    }
  }

  /// A column as its table declares it.
  package struct Column: Equatable, Sendable {
    /// As the database writes it.
    package var name: String
    /// "INTEGER", "VARCHAR(40)"; empty when none was declared.
    package var declaredType: String
    /// What the declared type means to SQLite.
    package var affinity: Affinity
    /// Whether the table has rows and this column is NULL in all of them; known after a profile.
    package var isAllNull: Bool

    package init(name: String, declaredType: String, isAllNull: Bool = false) {
      self.name = name
      self.declaredType = declaredType
      affinity = Affinity(declaredType: declaredType)
      self.isAllNull = isAllNull
    }
  }

  /// A table or a view.
  package struct Table: Equatable, Sendable {
    /// As the database writes it.
    package var name: String
    /// In the order of their declaration.
    package var columns: [Column]
    /// Number of rows; nil until a profile has counted them.
    package var rowCount: Int?

    package init(name: String, columns: [Column], rowCount: Int? = nil) {
      self.name = name
      self.columns = columns
      self.rowCount = rowCount
    }

    /// The column of that name; like SQLite, ASCII letters match in either case.
    package func column(named name: String) -> Column? {
      columns.first { $0.name.lowercased() == name.lowercased() }
    }
  }

  /// In the order of their names.
  package var tables: [Table]

  package init(tables: [Table]) {
    self.tables = tables
  }

  /// The table or view of that name; like SQLite, ASCII letters match in either case.
  package func table(named name: String) -> Table? {
    tables.first { $0.name.lowercased() == name.lowercased() }
  }

  /// This schema with row counts and all-NULL columns as the profile found them.
  package func filled(from profile: DatabaseProfile) -> DatabaseSchema {
    var schema = self
    for table in schema.tables.indices {
      let name = schema.tables[table].name
      guard let known = profile.table(named: name) else { continue }
      schema.tables[table].rowCount = known.rowCount
      for column in schema.tables[table].columns.indices {
        let columnName = schema.tables[table].columns[column].name
        schema.tables[table].columns[column].isAllNull =
          known.rowCount > 0 && known.column(named: columnName)?.presentCount == 0
      }
    }
    return schema
  }
}
