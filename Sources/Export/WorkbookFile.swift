import Assistant
import Diagnostics
import Presentation
import SemanticModel
import Values

/// An answer as a workbook: a sheet with the table, a sheet with its receipt.
struct WorkbookFile {
  private let table: SheetTable
  private let receipt: [ReceiptText.Entry]
  private let asOf: CalendarDay?
  /// What failures call the file.
  private let path: String

  /// Rows of a worksheet, the header's among them.
  private static let rowLimit = 1_048_576
  /// Widths of columns: none narrower or wider than people like to read.
  private static let widths = 8...60
  /// Characters the button of a filter takes.
  private static let buttonWidth = 4

  /// The workbook of an answer that has a table.
  init(_ answer: Answer, _ model: SemanticModel, path: String) throws(Failure) {
    guard let table = SheetTable(answer, model: model) else { throw .noTable }
    guard table.rows.count < Self.rowLimit else { throw .tooManyRows(table.rows.count) }
    self.table = table
    receipt = ReceiptText(answer, model: model).provenance
    asOf = answer.receipt.asOf
    self.path = path
  }

  /// Writes it into a file that is there.
  func write(to file: String) throws(Failure) {
    // libxlsxwriter does not notice a full disk while it puts the parts together, and would write half a table.
    try FileRoom.reserve(WorkbookSize.most(of: table, receipt), in: file, as: path)
    do throws(Workbook.Refusal) {
      let workbook = try Workbook(path: file, temporaryFolder: FilePath(file).folder)
      try workbook.describe(title: table.title, day: asOf)
      try addTable(to: workbook)
      try addReceipt(to: workbook)
      try workbook.close()
    } catch {
      throw .unwritableExport(path, reason: error.reason)
    }
  }

  private var receiptName: String { table.tongue == .french ? "Justificatif" : "Receipt" }

  private func addTable(to workbook: Workbook) throws(Workbook.Refusal) {
    let fallback = table.tongue == .french ? "Réponse" : "Answer"
    let name = SheetName.of(table.title, fallback: fallback, taken: [receiptName])
    let sheet = try workbook.addSheet(name)
    let bold = try workbook.addFormat(isBold: true)
    var formats: [Workbook.Format] = []
    for (index, column) in table.columns.enumerated() {
      let width = column.width + Self.buttonWidth
      try sheet.setWidth(
        min(max(width, Self.widths.lowerBound), Self.widths.upperBound),
        column: index
      )
      try sheet.write(column.header, row: 0, column: index, bold)
      formats.append(try workbook.addFormat(code: NumberCode.of(column, table.tongue)))
    }
    try sheet.setHeader(columns: table.columns.count, lastRow: table.rows.count)
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        try Self.write(cell, to: sheet, row: row + 1, column: column, formats[column])
      }
    }
  }

  private static func write(
    _ cell: SheetCell,
    to sheet: Workbook.Sheet,
    row: Int,
    column: Int,
    _ format: Workbook.Format
  ) throws(Workbook.Refusal) {
    switch cell {
    case .empty: break
    case .text(let text): try sheet.write(text, row: row, column: column, nil)
    case .number(let number): try sheet.write(number, row: row, column: column, format)
    case .day(let day):
      if let serial = ExcelDay.serial(day) {
        try sheet.write(Double(serial), row: row, column: column, format)
      } else {
        try sheet.write(day.iso, row: row, column: column, nil)
      }
    }
  }

  /// The receipt in two columns: what a fact is called, and the fact.
  private func addReceipt(to workbook: Workbook) throws(Workbook.Refusal) {
    let sheet = try workbook.addSheet(receiptName)
    let label = try workbook.addFormat(isBold: true, wraps: true)
    let fact = try workbook.addFormat(wraps: true)
    try sheet.setWidth(20, column: 0)
    try sheet.setWidth(100, column: 1)
    for (row, entry) in receipt.enumerated() {
      try sheet.write(entry.label, row: row, column: 0, label)
      try sheet.write(entry.text, row: row, column: 1, fact)
    }
  }
}
