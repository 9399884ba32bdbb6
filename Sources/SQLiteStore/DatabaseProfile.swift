package import Values

/// What a column ought to hold, so that its rows can be checked against it.
package struct ColumnExpectation: Hashable, Sendable {
  /// The check to make.
  package enum Kind: String, Sendable {
    /// Numbers and dates are checked; of texts and keys only the NULLs are counted.
    case number, date, text, key
  }

  /// Name of the table, as in the data contract.
  package var table: String
  /// Name of the column, as in the data contract.
  package var column: String
  /// What its values ought to be.
  package var kind: Kind

  package init(table: String, column: String, kind: Kind) {
    self.table = table
    self.column = column
    self.kind = kind
  }
}

/// What the expected columns of a database really hold; the tables and columns it lacks are not in it.
///
/// Names are those of the expectations, whatever case the database writes them in.
package struct DatabaseProfile: Equatable, Sendable {
  /// What one column holds.
  package struct Column: Equatable, Sendable {
    /// As expected.
    package var name: String
    /// What it ought to hold.
    package var kind: ColumnExpectation.Kind
    /// Rows in which it is not NULL.
    package var presentCount: Int
    /// Of these, rows that hold no number or no valid ISO date; 0 for texts and keys.
    package var unfitCount: Int
    /// First valid day; nil when there is none or the column is no date.
    package var firstDay: CalendarDay?
    /// Last valid day; nil when there is none or the column is no date.
    package var lastDay: CalendarDay?
    /// Rows whose date has a time of day that is not midnight.
    package var timedCount: Int

    package init(
      name: String,
      kind: ColumnExpectation.Kind,
      presentCount: Int,
      unfitCount: Int = 0,
      firstDay: CalendarDay? = nil,
      lastDay: CalendarDay? = nil,
      timedCount: Int = 0
    ) {
      self.name = name
      self.kind = kind
      self.presentCount = presentCount
      self.unfitCount = unfitCount
      self.firstDay = firstDay
      self.lastDay = lastDay
      self.timedCount = timedCount
    }
  }

  /// What one table holds.
  package struct Table: Equatable, Sendable {
    /// As expected.
    package var name: String
    /// All rows, dirty ones included.
    package var rowCount: Int
    /// Those of the expected columns that exist.
    package var columns: [Column]

    package init(name: String, rowCount: Int, columns: [Column]) {
      self.name = name
      self.rowCount = rowCount
      self.columns = columns
    }

    /// The column of that name, in either case.
    package func column(named name: String) -> Column? {
      columns.first { $0.name.lowercased() == name.lowercased() }
    }
  }

  /// In the order of the expectations.
  package var tables: [Table]

  package init(tables: [Table]) {
    self.tables = tables
  }

  /// The table of that name, in either case.
  package func table(named name: String) -> Table? {
    tables.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Whether a column can be used: it exists, and not with NULL in every row of a filled table.
  package func offers(_ column: String, of table: String) -> Bool {
    guard let table = self.table(named: table), let column = table.column(named: column) else {
      return false
    }
    return table.rowCount == 0 || column.presentCount > 0
  }
}

// MARK: - Stored form

extension DatabaseProfile {
  /// The profile as text: one line a table, then one a column, fields parted by tabs.
  ///
  /// `table⇥sales_history⇥300000` · `column⇥order_date⇥date⇥299990⇥3⇥2021-01-04⇥2023-12-30⇥0`
  package var serialized: String {
    var text = ""
    for table in tables {
      text += "table\t\(table.name)\t\(table.rowCount)\n"
      for column in table.columns {
        let counts = "\(column.presentCount)\t\(column.unfitCount)"
        let days = "\(column.firstDay?.iso ?? "")\t\(column.lastDay?.iso ?? "")"
        text +=
          "column\t\(column.name)\t\(column.kind.rawValue)\t\(counts)\t\(days)\t\(column.timedCount)\n"
      }
    }
    return text
  }

  /// Reads the stored form; nil when a line is not as written by `serialized`.
  package init?(serialized text: String) {
    self.init(tables: [])
    for line in text.utf8.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(Substring($0))
      }
      if fields.count == 3, fields[0] == "table", let rows = Int(fields[2]) {
        tables.append(Table(name: fields[1], rowCount: rows, columns: []))
      } else if let column = Column(fields: fields), !tables.isEmpty {
        tables[tables.count - 1].columns.append(column)
      } else {
        return nil
      }
    }
  }
}

extension DatabaseProfile.Column {
  /// The column of a line such as `column⇥quantity⇥number⇥300000⇥2⇥⇥⇥0`.
  fileprivate init?(fields: [String]) {
    guard fields.count == 8, fields[0] == "column",
      let kind = ColumnExpectation.Kind(rawValue: fields[2]),
      let present = Int(fields[3]), let unfit = Int(fields[4]), let timed = Int(fields[7])
    else { return nil }
    self.init(
      name: fields[1],
      kind: kind,
      presentCount: present,
      unfitCount: unfit,
      firstDay: CalendarDay(iso: fields[5]),
      lastDay: CalendarDay(iso: fields[6]),
      timedCount: timed
    )
  }
}
