import Values

/// A unit of time that a label stands for: "2018-11", « novembre 2018 » and "2018-11-01" share a month.
enum TimeLabel: Hashable {
  case day(CalendarDay)
  case week(year: Int, number: Int)
  case month(year: Int, number: Int)
  case quarter(year: Int, number: Int)
  case year(Int)
  /// 1 is Monday.
  case weekday(Int)
  case monthOfYear(Int)

  /// The ISO weekday, when it is one.
  var weekday: Int? { if case .weekday(let number) = self { number } else { nil } }
  /// The month without a year, when it is one.
  var monthOfYear: Int? { if case .monthOfYear(let number) = self { number } else { nil } }

  /// Everything a text may stand for; it is folded already.
  static func labels(of folded: String) -> Set<TimeLabel> {
    guard !folded.isEmpty, folded.unicodeScalars.count <= 40 else { return [] }
    var name = folded[...]
    while name.last == "." { name.removeLast() }
    var labels: Set<TimeLabel> = []
    if let number = weekdays[String(name)] { labels.insert(.weekday(number)) }
    if let number = months[String(name)] { labels.insert(.monthOfYear(number)) }
    labels.formUnion(days(folded))
    labels.formUnion(units(folded))
    return labels
  }

  // MARK: - Days

  private static let isoDay = TextShape(
    .digits(4...4),
    .one(of: "-/"),
    .digits(1...2),
    .one(of: "-/"),
    .digits(1...2),
    .rest(after: " t")
  )
  private static let frenchDay = TextShape(
    .digits(1...2),
    .one(of: "/."),
    .digits(1...2),
    .one(of: "/."),
    .digits(4...4)
  )
  private static let namedDay = TextShape(
    .digits(1...2),
    .words(["er", "st", "nd", "rd", "th", ""]),
    .one(of: " "),
    .letters,
    .maybe(of: "."),
    .one(of: " "),
    .digits(4...4)
  )

  private static func days(_ text: String) -> Set<TimeLabel> {
    if let parts = isoDay.parts(of: text) { return day(parts[0], Int(parts[1]), parts[2]) }
    if let parts = frenchDay.parts(of: text) { return day(parts[2], Int(parts[1]), parts[0]) }
    if let parts = namedDay.parts(of: text) { return day(parts[2], months[parts[1]], parts[0]) }
    return []
  }

  /// A day, and the units that begin with it.
  private static func day(_ year: String, _ month: Int?, _ day: String) -> Set<TimeLabel> {
    guard let year = Int(year), let month, let day = Int(day),
      let date = CalendarDay(year: year, month: month, day: day)
    else { return [] }
    var labels: Set<TimeLabel> = [.day(date)]
    if date.weekday == 1 {
      labels.insert(.week(year: date.isoWeek.year, number: date.isoWeek.week))
    }
    if day == 1 {
      labels.insert(.month(year: year, number: month))
      if month % 3 == 1 { labels.insert(.quarter(year: year, number: (month + 2) / 3)) }
      if month == 1 { labels.insert(.year(year)) }
    }
    return labels
  }

  // MARK: - Weeks to years

  private static let yearAlone = TextShape(.digits(4...4))
  private static let yearMonth = TextShape(
    .digits(4...4),
    .maybe(of: "-/ "),
    .maybe(of: "m"),
    .digits(2...2)
  )
  private static let monthYear = TextShape(.digits(1...2), .one(of: "/"), .digits(4...4))
  private static let namedMonth = TextShape(
    .letters,
    .maybe(of: "."),
    .one(of: " -"),
    .digits(4...4)
  )
  private static let yearQuarter = TextShape(
    .digits(4...4),
    .maybe(of: " -"),
    .one(of: "qt"),
    .digits(1...1)
  )
  private static let quarterYear = TextShape(
    .one(of: "qt"),
    .digits(1...1),
    .maybe(of: separators),
    .digits(4...4)
  )
  private static let namedQuarter = TextShape(
    .digits(1...1),
    .words(["er", "eme", "e"]),
    .words([" trimestre "]),
    .digits(4...4)
  )
  private static let yearWeek = TextShape(
    .digits(4...4),
    .maybe(of: " -"),
    .one(of: "ws"),
    .digits(1...2)
  )
  private static let weekYear = TextShape(
    .words(["week", "semaine", "w", "s"]),
    .maybe(of: " "),
    .digits(1...2),
    .words([" of", ",", ""]),
    .many(of: separators),
    .digits(4...4),
    .maybe(of: ")")
  )
  /// The ASCII characters from the blank to the slash.
  private static let separators = " !\"#$%&'()*+,-./"

  private static func units(_ text: String) -> Set<TimeLabel> {
    var labels: Set<TimeLabel> = []
    if let parts = yearAlone.parts(of: text), let year = Int(parts[0]) {
      labels.insert(.year(year))
    }
    func add(
      _ year: String,
      _ number: Int?,
      _ range: ClosedRange<Int>,
      _ label: (Int, Int) -> TimeLabel
    ) {
      guard let year = Int(year), let number, range.contains(number) else { return }
      labels.insert(label(year, number))
    }
    let month = { TimeLabel.month(year: $0, number: $1) }
    if let parts = yearMonth.parts(of: text) { add(parts[0], Int(parts[1]), 1...12, month) }
    if let parts = monthYear.parts(of: text) { add(parts[1], Int(parts[0]), 1...12, month) }
    if let parts = namedMonth.parts(of: text) { add(parts[1], months[parts[0]], 1...12, month) }
    let quarter = { TimeLabel.quarter(year: $0, number: $1) }
    if let parts = yearQuarter.parts(of: text) { add(parts[0], Int(parts[1]), 1...4, quarter) }
    if let parts = quarterYear.parts(of: text) { add(parts[1], Int(parts[0]), 1...4, quarter) }
    if let parts = namedQuarter.parts(of: text) { add(parts[1], Int(parts[0]), 1...4, quarter) }
    let week = { TimeLabel.week(year: $0, number: $1) }
    if let parts = yearWeek.parts(of: text) { add(parts[0], Int(parts[1]), 0...99, week) }
    if let parts = weekYear.parts(of: text) { add(parts[1], Int(parts[0]), 0...99, week) }
    return labels
  }

  // MARK: - Names

  private static let months = numbered([
    "january janvier jan janv", "february fevrier feb fev fevr", "march mars mar",
    "april avril apr avr",
    "may mai", "june juin jun", "july juillet jul juil", "august aout aug",
    "september septembre sep sept",
    "october octobre oct", "november novembre nov", "december decembre dec",
  ])
  private static let weekdays = numbered([
    "monday lundi mon lun", "tuesday mardi tue tues mar", "wednesday mercredi wed mer",
    "thursday jeudi thu thur thurs jeu", "friday vendredi fri ven", "saturday samedi sat sam",
    "sunday dimanche sun dim",
  ])

  private static func numbered(_ names: [String]) -> [String: Int] {
    var table: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { table[String(name)] = index + 1 }
    }
    return table
  }
}
