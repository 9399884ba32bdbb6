import Values

/// A yearless period and its year: "March 2024", « T1 2024 », "2016 Q3", "Q1 '18".
enum AnnualYearRules {
  /// The rules, in the order in which they win ties.
  static let all = [withYear, glued, yearFirst, yearFirstGlued, shortYear, quotedYear, winterYears]

  private static let withYear = TimeRule(
    "March 2024, 5 May of 2024",
    [.one(.annual), .maybe(.of, .comma), .one(.year)]
  ) { match in
    named(match.annual(0), match.year(2))
  }

  private static let glued = TimeRule(
    "dec/2018, q1-2019",
    [.one(.annual), .glued(.slash, .dash), .glued(.year)]
  ) { match in
    named(match.annual(0), match.year(2))
  }

  private static let yearFirst = TimeRule(
    "2016 Q3, 2016 le troisième trimestre",
    [.one(.year), .one(.annual)]
  ) { match in
    named(match.annual(1), match.year(0))
  }

  private static let yearFirstGlued = TimeRule(
    "2017-q1, 2016/T2",
    [.one(.year), .glued(.slash, .dash), .glued(.annual)]
  ) { match in
    named(match.annual(2), match.year(0))
  }

  private static let shortYear = TimeRule(
    "T1 18, 3 mars 18",
    [.one(.annual), .maybe(.dash), .one(.integer)]
  ) { match in
    guard let annual = match.annual(0), case .integer(let number, digits: 2) = match[2] else {
      return nil
    }
    // A month takes such a number for its day, unless no month has so many.
    guard annual.month == nil || number > 31, !annual.isDayRange,
      !annual.isDay || match.nodes[1] == nil
    else { return nil }
    return named(annual, YearNumber.year(number, digits: 2))
  }

  private static let quotedYear = TimeRule(
    "Q1 '18",
    [.one(.annual), .one(.quote), .glued(.integer)]
  ) { match in
    guard case .integer(let number, digits: 2) = match[2] else { return nil }
    return named(match.annual(0), YearNumber.year(number, digits: 2))
  }

  private static let winterYears = TimeRule(
    "winter 2024-2025",
    [.one(.annual), .maybe(.of), .one(.period)]
  ) { match in
    guard match.annual(0) == .season(12), let (years, nature) = match.period(2), nature == .range,
      let start = years.start, start == start.start(of: .year),
      years.end == start.adding(months: 24)
    else { return nil }
    return named(.season(12), start.year)
  }

  /// The period of a yearless one in a year, still good to look inside of.
  static func named(_ annual: Annual?, _ year: Int?) -> Reading? {
    guard let annual, let year, let period = annual.period(in: year) else { return nil }
    return .period(period, nature(of: annual))
  }

  /// How a yearless period is built on once it has its year.
  static func nature(of annual: Annual) -> PeriodNature {
    if annual.isDayRange { return .range }
    if case .inside = annual { return .plain }
    return .named(annual.unit)
  }
}
