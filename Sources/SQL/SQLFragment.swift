package import Values

/// A piece of SQL whose values are bindings, never text.
///
/// Built by string interpolation: a `Value` becomes a parameter, a fragment is spliced in, an identifier is
/// quoted when it needs to be. No other type can be interpolated, so text from outside cannot become SQL.
package struct SQLFragment: Hashable, Sendable, ExpressibleByStringInterpolation {
  enum Segment: Hashable, Sendable {
    case sql(String)
    case binding(Value)
  }

  private(set) var segments: [Segment]

  init(segments: [Segment]) {
    self.segments = segments
  }

  package init(stringLiteral value: String) {
    segments = [.sql(value)]
  }

  package init(stringInterpolation: Interpolation) {
    segments = stringInterpolation.segments
  }

  /// A parameter.
  package static func value(_ value: Value) -> SQLFragment {
    SQLFragment(segments: [.binding(value)])
  }

  /// A whole number written in the text: for constants of the plan, which are not user values.
  package static func constant(_ number: Int) -> SQLFragment {
    SQLFragment(segments: [.sql(String(number))])
  }

  /// A real number written in the text, with its decimal point so that division is real.
  package static func constant(real number: Double) -> SQLFragment {
    SQLFragment(segments: [.sql("\(number)")])
  }

  /// A table, column or alias name.
  package static func identifier(_ name: String) -> SQLFragment {
    SQLFragment(segments: [.sql(quoted(name))])
  }

  /// `alias.column`.
  package static func column(_ alias: String, _ name: String) -> SQLFragment {
    SQLFragment(segments: [.sql(quoted(alias) + "." + quoted(name))])
  }

  /// The text and its parameters, in order.
  package var prepared: (sql: String, parameters: [Value]) {
    var sql = ""
    var parameters: [Value] = []
    for segment in segments {
      switch segment {
      case .sql(let text): sql += text
      case .binding(let value):
        parameters.append(value)
        sql += "?"
      }
    }
    return (sql, parameters)
  }

  /// Bare where SQLite reads it as a name, else in double quotes with inner quotes doubled.
  private static func quoted(_ name: String) -> String {
    var isPlain = !name.isEmpty
    // Reserved words are letters only: most names need not be looked up.
    var isWord = true
    var isFirst = true
    for byte in name.utf8 {
      switch byte {
      case 0x61...0x7A: break
      case 0x5F: isWord = false
      case 0x30...0x39 where !isFirst: isWord = false
      default: isPlain = false
      }
      isFirst = false
    }
    if isPlain, !isWord || !reserved.contains(name) { return name }
    return "\""
      + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static let reserved: Set<String> = [
    "order", "group", "table", "index", "values", "select", "from", "where", "to", "in", "is",
    "not",
    "abort", "add", "alter", "and", "as", "autoincrement", "between", "collate", "commit",
    "constraint",
    "create", "delete", "distinct", "drop", "else", "escape", "exists", "foreign", "having", "if",
    "insert", "intersect", "into", "isnull", "join", "nothing", "notnull", "null", "on", "or",
    "then",
    "transaction", "unique", "update", "using", "when", "except", "add", "deferrable",
    "references", "returning", "set", "case", "default", "check", "primary", "limit", "union",
    "all",
  ]

  package struct Interpolation: StringInterpolationProtocol {
    var segments: [Segment] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      segments.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { segments.append(.sql(literal)) }
    }

    package mutating func appendInterpolation(_ fragment: SQLFragment) {
      segments += fragment.segments
    }

    package mutating func appendInterpolation(_ value: Value) {
      segments.append(.binding(value))
    }
  }
}

extension Sequence<SQLFragment> {
  /// The fragments with a separator between them.
  package func joined(_ separator: SQLFragment) -> SQLFragment {
    var segments: [SQLFragment.Segment] = []
    for (index, fragment) in enumerated() {
      if index > 0 { segments += separator.segments }
      segments += fragment.segments
    }
    return SQLFragment(segments: segments)
  }
}
