import Assistant
import Planning
import SemanticModel
import Values

/// A result for programs: unique names, types, plain values.
///
/// Only weekdays are words, in the language of the answer: a bare 1…7 would not say where the week starts.
struct MachineTable: Sendable {
  /// A column as programs see it.
  struct Column: Hashable, Sendable {
    let name: String
    let label: String
    /// `text`, `integer`, `number`, `percent`, `currency` or `date`.
    let type: String
    /// ISO currency code, or "days"; nil when the type says it all.
    let unit: String?
  }

  let columns: [Column]
  let rows: [[Value]]

  init(_ answer: Answer, _ voice: Voice) {
    rows = answer.rows.map { row in
      answer.columns.indices.map { Self.plain(row[$0], answer.columns[$0], voice) }
    }
    let labels = ColumnLabels(voice).labels(answer.columns, answer.query)
    let names = Self.unique(answer.columns.map(\.name))
    let rows = rows
    columns = answer.columns.indices.map { index in
      let column = answer.columns[index]
      let isWhole = rows.allSatisfy { $0[index].isNull || $0[index].isWhole }
      return Column(
        name: names[index],
        label: labels[index],
        type: Self.type(column, isWhole: isWhole, voice),
        unit: Self.unit(column, voice)
      )
    }
  }

  private static func plain(_ value: Value, _ column: PlannedColumn, _ voice: Voice) -> Value {
    if case .key(.time(.weekday)) = column.role, value.number != nil {
      return .text(voice.dates.unit(value, .weekday))
    }
    return value.withoutNoise
  }

  private static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      var unique = name
      var number = 2
      while !taken.insert(unique).inserted {
        unique = "\(name)_\(number)"
        number += 1
      }
      return unique
    }
  }

  private static func type(_ column: PlannedColumn, isWhole: Bool, _ voice: Voice) -> String {
    switch column.role {
    case .key(.time(let grain)), .detail(.time(let grain)): return type(grain)
    case .key(.dimension(let name)), .detail(.dimension(let name)):
      switch voice.model.dimensions[name]?.type {
      case .date: return "date"
      case .number, .boolean: return isWhole ? "integer" : "number"
      case .text, nil: return "text"
      }
    case .share, .change: return "percent"
    case .measure, .lower, .upper, .previous, .difference, .rollup, .computed: break
    }
    switch column.unit {
    case .currency: return "currency"
    case .percent: return "percent"
    case .date: return "date"
    case .text: return "text"
    case .count: return isWhole ? "integer" : "number"
    case .days, .number: return "number"
    }
  }

  private static func type(_ grain: Grain) -> String {
    switch grain {
    case .day, .week: "date"
    case .month, .quarter, .year, .weekday: "text"
    case .monthOfYear, .hour: "integer"
    }
  }

  private static func unit(_ column: PlannedColumn, _ voice: Voice) -> String? {
    switch column.role {
    case .key, .detail, .share, .change: return nil
    case .measure, .lower, .upper, .previous, .difference, .rollup, .computed: break
    }
    switch column.unit {
    case .currency: return voice.currency
    case .days: return "days"
    case .count, .percent, .number, .date, .text: return nil
    }
  }
}

extension Value {
  /// Whether the value is a whole number.
  fileprivate var isWhole: Bool {
    switch self {
    case .integer: true
    case .real(let number): number == number.rounded()
    case .null, .text: false
    }
  }
}
