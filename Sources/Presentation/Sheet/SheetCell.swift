package import Values

/// A cell of a worksheet.
package enum SheetCell: Hashable, Sendable {
  case empty
  case text(String)
  case number(Double)
  case day(CalendarDay)
}
