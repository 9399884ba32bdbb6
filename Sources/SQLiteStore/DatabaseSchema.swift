/// The tables and views a database has, as declared.
package struct DatabaseSchema: Equatable, Sendable {
  /// How SQLite treats what is stored in a column (https://www.sqlite.org/datatype3.html, 3.1).
  package enum Affinity: String, Sendable {
    /// Named as in SQLite's manual.
    case integer, text, blob, real, numeric

    /// The affinity a declared type gives; the rules in the order SQLite applies them.
    package init(declaredType: String) {
      let type = declaredType.uppercased()
      self =
        if type.contains("INT") {
          .integer
        } else if type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT") {
          .text
        } else if type.isEmpty || type.contains("BLOB") {
          .blob
        } else if type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") {
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
