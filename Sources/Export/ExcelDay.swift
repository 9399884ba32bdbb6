import Values

/// Days as Excel counts them.
enum ExcelDay {
  /// The serial number of 1970-01-01.
  private static let epoch = 25_569
  /// 1900-03-01: Excel believes in a 29 February 1900, so earlier days are not what it shows.
  private static let first = 61

  /// The serial number of a day; nil for days that Excel does not know.
  static func serial(_ day: CalendarDay) -> Int? {
    let serial = day.ordinal + epoch
    return serial >= first ? serial : nil
  }
}
