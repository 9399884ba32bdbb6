import CXlsxWriter
import Values

/// Owner of a libxlsxwriter workbook: what is added to it is written when it is closed.
final class Workbook {
  /// A code of libxlsxwriter that is no success.
  struct Refusal: Error, Hashable {
    let code: lxw_error

    /// The library's own words.
    var reason: String { lxw_strerror(code).map { String(cString: $0) } ?? "libxlsxwriter" }
  }

  /// A worksheet of the workbook, valid as long as that.
  struct Sheet {
    fileprivate let pointer: UnsafeMutablePointer<lxw_worksheet>
  }

  /// A format of cells, valid as long as the workbook.
  struct Format {
    fileprivate let pointer: UnsafeMutablePointer<lxw_format>
  }

  private var pointer: UnsafeMutablePointer<lxw_workbook>?

  /// A workbook to be written to a path; its parts are put together in files without a name in a folder.
  init(path: String, temporaryFolder: String) throws(Refusal) {
    // The library takes strings it does not change as changeable ones, and copies them.
    var folder = Array(temporaryFolder.utf8CString)
    pointer = folder.withUnsafeMutableBufferPointer { buffer in
      var options = lxw_workbook_options()
      options.tmpdir = buffer.baseAddress
      return workbook_new_opt(path, &options)
    }
    if pointer == nil { throw Refusal(code: LXW_ERROR_MEMORY_MALLOC_FAILED) }
  }

  deinit { if let pointer { lxw_workbook_free(pointer) } }

  /// Writes the file; nothing can be added any more.
  func close() throws(Refusal) {
    let open = pointer
    // It frees the workbook whether it succeeds or not.
    pointer = nil
    try Self.check(workbook_close(open))
  }

  /// Says what the workbook is about, and the day it counts as made on.
  func describe(title: String, day: CalendarDay?) throws(Refusal) {
    var title = Array(title.utf8CString)
    let code = title.withUnsafeMutableBufferPointer { buffer in
      var properties = lxw_doc_properties()
      properties.title = buffer.baseAddress
      // Without a time of its own the file would differ with every run.
      properties.created = day.map { $0.ordinal * 86_400 } ?? 0
      return workbook_set_properties(pointer, &properties)
    }
    try Self.check(code)
  }

  /// Adds a worksheet.
  func addSheet(_ name: String) throws(Refusal) -> Sheet {
    try Self.check(workbook_validate_sheet_name(pointer, name))
    guard let sheet = workbook_add_worksheet(pointer, name) else {
      throw Refusal(code: LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    return Sheet(pointer: sheet)
  }

  /// Adds a format: a code for numbers, bold, or lines that wrap and start at the top.
  func addFormat(code: String? = nil, isBold: Bool = false, wraps: Bool = false) throws(Refusal)
    -> Format
  {
    guard let format = workbook_add_format(pointer) else {
      throw Refusal(code: LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    if let code { format_set_num_format(format, code) }
    if isBold { format_set_bold(format) }
    if wraps {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    return Format(pointer: format)
  }

  fileprivate static func check(_ code: lxw_error) throws(Refusal) {
    if code != LXW_NO_ERROR { throw Refusal(code: code) }
  }
}

extension Workbook.Sheet {
  /// Writes a text as a text, whatever it begins with.
  func write(_ text: String, row: Int, column: Int, _ format: Workbook.Format?)
    throws(Workbook.Refusal)
  {
    try Workbook.check(
      worksheet_write_string(
        pointer,
        lxw_row_t(row),
        lxw_col_t(column),
        CellText.of(text),
        format?.pointer
      )
    )
  }

  /// Writes a number.
  func write(_ number: Double, row: Int, column: Int, _ format: Workbook.Format?)
    throws(Workbook.Refusal)
  {
    try Workbook.check(
      worksheet_write_number(
        pointer,
        lxw_row_t(row),
        lxw_col_t(column),
        number,
        format?.pointer
      )
    )
  }

  /// Sets the width of a column, in characters.
  func setWidth(_ width: Int, column: Int) throws(Workbook.Refusal) {
    let column = lxw_col_t(column)
    try Workbook.check(worksheet_set_column(pointer, column, column, Double(width), nil))
  }

  /// Keeps the first row in sight, and gives it filters over the rows below.
  func setHeader(columns: Int, lastRow: Int) throws(Workbook.Refusal) {
    worksheet_freeze_panes(pointer, 1, 0)
    try Workbook.check(
      worksheet_autofilter(pointer, 0, 0, lxw_row_t(lastRow), lxw_col_t(columns - 1))
    )
  }
}
