import Presentation
import Values

/// The number format of a column in Excel's codes, which every Excel shows with its own separators.
enum NumberCode {
  /// The code; nil for texts.
  static func of(_ column: SheetColumn, _ tongue: Tongue) -> String? {
    let isFrench = tongue == .french
    let code: String
    switch column.style {
    case .text: return nil
    case .year: return "0"
    case .day: return isFrench ? "dd/mm/yyyy" : "yyyy-mm-dd"
    // The number in brackets is the language of the month's name.
    case .month: return isFrench ? "[$-40C]mmmm yyyy" : "[$-409]mmmm yyyy"
    case .number(let decimals): code = number(decimals)
    case .percent: code = isFrench ? "0.0 %" : "0.0%"
    case .days(let decimals): code = number(decimals) + (isFrench ? "\"\u{A0}j\"" : "\" d\"")
    case .currency(let sign, let isBefore, let decimals):
      code = isBefore ? "\"\(sign)\"" + number(decimals) : number(decimals) + "\"\u{A0}\(sign)\""
    }
    return column.isSigned ? "+\(code);-\(code);\(code)" : code
  }

  private static func number(_ decimals: Int) -> String {
    "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
  }
}
