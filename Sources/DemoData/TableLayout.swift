/// The shape of a table: its name, its columns in order, what is indexed.
struct TableLayout {
  /// As SQL writes it.
  var name: String
  /// Column definitions, a line each, then table constraints.
  var definition: String
  /// Column lists that get an index.
  var indexes: [String] = []

  /// Names of the columns, in order.
  var columns: [String] {
    definition.split(separator: "\n").compactMap { line in
      let word = line.split(separator: " ")[0]
      return word == "PRIMARY" ? nil : String(word)
    }
  }

  /// The statement that creates the table.
  var creation: String {
    let lines = definition.split(separator: "\n").map { "  \($0)" }
    return "CREATE TABLE \(name) (\n\(lines.joined(separator: ",\n"))\n)"
  }

  /// The statements that create its indexes; run after the rows are in, which is faster.
  var indexCreations: [String] {
    indexes.map { columns in
      let words = columns.split { $0 == "," || $0 == " " }.joined(separator: "_")
      return "CREATE INDEX \(name)_\(words) ON \(name)(\(columns))"
    }
  }
}
