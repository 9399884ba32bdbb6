import Planning
import SemanticModel
import Values

/// How the cells of a worksheet's column show: as the answers do, as far as a format of numbers can.
package enum SheetStyle: Hashable, Sendable {
  case text
  /// A number without grouping.
  case year
  case number(decimals: Int)
  /// A fraction shown in per cent.
  case percent
  case days(decimals: Int)
  /// An amount with its sign, before the number or after it.
  case currency(sign: String, isBefore: Bool, decimals: Int)
  case day
  /// The first day of a month, shown as the month.
  case month

  /// The style of a column; `isWhole` says that none of its numbers has decimals.
  init(_ column: PlannedColumn, isWhole: Bool, _ voice: Voice) {
    switch column.role {
    case .key(.time(let grain)), .detail(.time(let grain)): self.init(grain)
    case .key(.dimension(let name)), .detail(.dimension(let name)):
      self.init(voice.model.dimensions[name]?.type ?? .text, isWhole: isWhole)
    case .share, .change: self = .percent
    case .measure, .lower, .upper, .previous, .difference, .rollup, .computed:
      self.init(column.unit, isWhole: isWhole, voice)
    }
  }

  private init(_ grain: Grain) {
    switch grain {
    case .day, .week: self = .day
    case .month: self = .month
    case .year: self = .year
    case .quarter, .weekday, .monthOfYear, .hour: self = .text
    }
  }

  private init(_ type: Dimension.ValueType, isWhole: Bool) {
    switch type {
    case .date: self = .day
    case .number: self = .number(decimals: isWhole ? 0 : 2)
    case .text, .boolean: self = .text
    }
  }

  private init(_ unit: Metric.Unit, isWhole: Bool, _ voice: Voice) {
    switch unit {
    case .currency:
      let symbol = CurrencySymbol(code: voice.currency)
      self = .currency(
        sign: voice.pick(symbol.french, symbol.english),
        isBefore: !voice.isFrench && symbol.isPrefix,
        decimals: symbol.decimals
      )
    case .percent: self = .percent
    case .days: self = .days(decimals: isWhole ? 0 : 1)
    case .count, .number: self = .number(decimals: isWhole ? 0 : 2)
    case .date: self = .day
    case .text: self = .text
    }
  }
}
