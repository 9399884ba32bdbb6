import Values

/// Dates in digits: "05/03/2024", "2024-03-05", "13.5.2015", "03/2015", "22/04".
///
/// The day comes first unless it cannot be.
enum NumericDate {
  /// Calls `add` with the end and the reading of every numeric date that starts at a word.
  static func read(_ words: TimeWords, at start: Int, _ add: (Int, Reading) -> Void) {
    guard let (separator, parts) = parts(of: words, at: start) else { return }
    let end = start + 2 * parts.count - 1
    guard isFree(words, before: start, after: end) else { return }
    if parts.count == 3 {
      if let day = fullDate(parts) { add(end, Reading(.period(.day(day), .plain))) }
      return
    }
    if let month = monthOfYear(parts, separator) {
      add(end, Reading(.period(Period(.month, around: month), .named(.month))))
    } else if let years = seasonOfYears(parts, separator) {
      add(end, Reading(.period(years, .range), .year))
    } else if separator == "/", let (day, month) = dayAndMonth(parts) {
      add(end, Reading(.annual(.day(month: month, day: day)), .fraction))
    }
  }

  private typealias Part = (value: Int, digits: Int)

  /// Two or three numbers with the same mark between them, and no blanks.
  private static func parts(of words: TimeWords, at start: Int) -> (String, [Part])? {
    guard start + 2 < words.count, let first = number(words, start) else { return nil }
    let separator = words.key(at: start + 1)
    guard separator == "/" || separator == "-" || separator == "." else { return nil }
    var parts = [first]
    var index = start + 1
    while parts.count < 3, index + 1 < words.count, words.key(at: index) == separator,
      !words.hasSpace(before: index), !words.hasSpace(before: index + 1),
      let part = number(words, index + 1)
    {
      parts.append(part)
      index += 2
    }
    return parts.count >= 2 ? (separator, parts) : nil
  }

  private static func number(_ words: TimeWords, _ index: Int) -> Part? {
    let token = words.token(at: index)
    guard token.kind == .number, token.folded.utf8.count <= 4, let value = Int(token.folded) else {
      return nil
    }
    return (value, token.folded.utf8.count)
  }

  /// Whether nothing is glued on: "CA-2018-161046" and "1.2.3.4" hold no date.
  private static func isFree(_ words: TimeWords, before start: Int, after end: Int) -> Bool {
    if start > 0, !words.hasSpace(before: start) {
      let previous = words.token(at: start - 1)
      if previous.kind != .symbol { return previous.folded.utf8.last == 0x27 }
      if ["-", "/", ".", "_", "#", ","].contains(previous.folded), start > 1,
        !words.hasSpace(before: start - 1), words.token(at: start - 2).kind != .symbol
      {
        return isDate(words, endingAt: start - 2)
      }
    }
    guard end < words.count, !words.hasSpace(before: end) else { return true }
    let next = words.token(at: end)
    guard next.kind == .symbol else { return false }
    guard ["/", ".", "_"].contains(next.folded), end + 1 < words.count else { return true }
    return words.hasSpace(before: end + 1)
  }

  /// Whether the word before a dash may end a date ("10/1-11/2/2017").
  private static func isDate(_ words: TimeWords, endingAt index: Int) -> Bool {
    words.key(at: index + 1) == "-" && index >= 2 && words.key(at: index - 1) == "/"
  }

  private static func fullDate(_ parts: [Part]) -> CalendarDay? {
    if parts[0].digits == 4 {
      guard parts[1].digits <= 2, parts[2].digits <= 2 else { return nil }
      return CalendarDay(year: parts[0].value, month: parts[1].value, day: parts[2].value)
    }
    guard parts[0].digits <= 2, parts[1].digits <= 2,
      let year = YearNumber.year(parts[2].value, digits: parts[2].digits)
    else { return nil }
    return CalendarDay(year: year, month: parts[1].value, day: parts[0].value)
      ?? CalendarDay(year: year, month: parts[0].value, day: parts[1].value)
  }

  /// "03/2015", "2015/3", "2015-05": the first day of the month.
  private static func monthOfYear(_ parts: [Part], _ separator: String) -> CalendarDay? {
    guard separator != "." || parts[0].digits == 2 else { return nil }
    let (year, month) = parts[0].digits == 4 ? (parts[0], parts[1]) : (parts[1], parts[0])
    guard year.digits == 4, YearNumber.plausible.contains(year.value), month.digits <= 2 else {
      return nil
    }
    return CalendarDay(year: year.value, month: month.value, day: 1)
  }

  /// "2017-18".
  private static func seasonOfYears(_ parts: [Part], _ separator: String) -> Period? {
    guard separator == "-" || separator == "/", parts[0].digits == 4, parts[1].digits == 2,
      YearNumber.plausible.contains(parts[0].value),
      parts[1].value == (parts[0].value + 1) % 100,
      let start = CalendarDay(year: parts[0].value, month: 1, day: 1)
    else { return nil }
    return Period(start: start, end: start.adding(months: 24))
  }

  /// "22/04", "5/17".
  private static func dayAndMonth(_ parts: [Part]) -> (day: Int, month: Int)? {
    guard parts[0].digits <= 2, parts[1].digits <= 2 else { return nil }
    let (first, second) = (parts[0].value, parts[1].value)
    // 2024 is a leap year: 29/2 is a day of some year.
    if CalendarDay(year: 2024, month: second, day: first) != nil { return (first, second) }
    if CalendarDay(year: 2024, month: first, day: second) != nil { return (second, first) }
    return nil
  }
}
