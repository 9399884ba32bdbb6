import Presentation

/// How much room writing a workbook takes.
enum WorkbookSize {
  /// Styles, theme and all else that does not grow with the answer.
  private static let frame = 65_536
  /// `<c r="XFD1048576" s="64"><v>-1.2345678901234567e+300</v></c>`, a row's own tags shared out.
  private static let cell = 100
  /// `<si><t xml:space="preserve"></t></si>`.
  private static let string = 40
  /// "_x0001_", the longest that one byte becomes.
  private static let escape = 7

  /// Bytes that are surely enough: twice the parts, which lie beside the file they are packed into.
  static func most(of table: SheetTable, _ receipt: [ReceiptText.Entry]) -> Int {
    let headers = table.columns.reduce(0) { $0 + most(of: $1.header) }
    let rows = table.rows.reduce(0) { $0 + $1.reduce(0) { $0 + most(of: $1) } }
    let facts = receipt.reduce(0) { $0 + most(of: $1.label) + most(of: $1.text) }
    return 2 * (frame + headers + rows + facts)
  }

  private static func most(of value: SheetCell) -> Int {
    switch value {
    case .empty: 0
    case .number, .day: cell
    case .text(let text): most(of: text)
    }
  }

  private static func most(of text: String) -> Int {
    let escaped = text.utf8.reduce(0) { $0 + (isPlain($1) ? 1 : escape) }
    return cell + string + escaped
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && !"&<>\"_".utf8.contains(byte)
  }
}
