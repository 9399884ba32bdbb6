/// Short codes of one token: "T1", "Q3", "S12", "H2", "1T", "FY18", "30j".
enum PeriodCode {
  /// The reading of a folded token; nil when it is no code.
  static func read(_ folded: String) -> Reading? {
    let bytes = Array(folded.utf8.prefix(12))
    guard bytes.count == folded.utf8.count, bytes.count >= 2 else { return nil }
    if bytes[0] < 0x3A { return readDigitsFirst(folded, bytes) }
    let letters = bytes.prefix { $0 > 0x39 }
    let digits = bytes.dropFirst(letters.count)
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return value(of: String(decoding: letters, as: UTF8.self), number, digits: digits.count)
  }

  private static func value(_ letters: String, _ number: Int) -> Reading? {
    value(of: letters, number, digits: String(number).utf8.count)
  }

  private static func value(of letters: String, _ number: Int, digits: Int) -> Reading? {
    switch letters {
    case "t", "q", "trim", "tri", "qtr":
      guard (1...4).contains(number), digits == 1 else { return nil }
      return Reading(.annual(.quarter(number)), .code)
    case "h", "s", "sem":
      if letters != "sem", digits == 1, number == 1 || number == 2 {
        return Reading(.annual(.half(number)), .code)
      }
      return letters == "h" ? nil : week(number, digits: digits)
    case "w", "wk", "week", "semaine", "cw", "kw":
      return week(number, digits: digits)
    case "fy", "an", "annee", "cy":
      guard digits == 2 || digits == 4 else { return nil }
      return YearNumber.year(number, digits: digits).map { Reading(.year($0)) }
    default:
      return month(letters, number, digits: digits)
    }
  }

  /// "Feb13", "mars2024".
  private static func month(_ letters: String, _ number: Int, digits: Int) -> Reading? {
    guard let month = MonthWords.numbers[letters] else { return nil }
    if digits <= 2 { return day(number, of: month) }
    guard let year = YearNumber.year(number, digits: digits) else { return nil }
    return AnnualYearRules.named(.month(month), year)
  }

  private static func day(_ number: Int, of month: Int) -> Reading? {
    let annual = Annual.day(month: month, day: number)
    return annual.period(in: 2024) == nil ? nil : Reading(.annual(annual))
  }

  private static func week(_ number: Int, digits: Int) -> Reading? {
    guard (1...53).contains(number), digits <= 2 else { return nil }
    return Reading(.annual(.week(number)), .code)
  }

  /// "1T", "3q", "30j", "6mois".
  private static func readDigitsFirst(_ folded: String, _ bytes: [UInt8]) -> Reading? {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard digits.count <= 4, digits.count < bytes.count,
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let letters = String(decoding: bytes.dropFirst(digits.count), as: UTF8.self)
    switch letters {
    case "t", "q", "trim", "h", "s":
      return value(letters == "trim" ? "t" : letters, number)
    default:
      if let reading = yearAndQuarter(letters, number, digits: digits.count) { return reading }
      if digits.count <= 2, let month = MonthWords.numbers[letters] {
        return day(number, of: month)
      }
      guard let unit = UnitWords.glued[letters], number > 0 else { return nil }
      return Reading(.span(number, unit))
    }
  }

  /// "2018Q4", "18T4".
  private static func yearAndQuarter(_ letters: String, _ number: Int, digits: Int) -> Reading? {
    guard let year = YearNumber.year(number, digits: digits), letters.utf8.count == 2,
      let quarter = letters.last?.wholeNumberValue, (1...4).contains(quarter)
    else { return nil }
    switch letters.first {
    case "q", "t": return AnnualYearRules.named(.quarter(quarter), year)
    case "s" where quarter <= 2 && digits == 4, "h" where quarter <= 2 && digits == 4:
      return AnnualYearRules.named(.half(quarter), year)
    default: return nil
    }
  }
}
