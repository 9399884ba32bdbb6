import Values

/// Something dated that moves demand: a holiday, a sale, a heat wave.
struct DemoEvent {
  /// What the `category` column of learned events holds.
  enum Kind: String {
    case commercial
    case religious = "religieux"
    case school = "scolaire"
    case family = "familial"
    case weather = "météo"
  }

  /// French name.
  var name: String
  /// Sort of event.
  var kind: Kind
  /// How the date comes back: "fixed", "weekday", "easter", "hijri" or "irregular".
  var recurrence: String
  /// Parameters of the recurrence.
  var parameters: JSON
  /// Positions of the days it fell or will fall on.
  var anchors: [Int]
  /// Days it is felt before and after each anchor.
  var before: Int
  var after: Int
  /// Demand factor by category.
  var impacts: [(category: Category, factor: Double)]
  /// Discounts in percent offered meanwhile, and the share of those categories' articles in it.
  var discounts: [Int] = []
  var discountShare = 0.0

  /// The days of each occurrence, as positions.
  var windows: [ClosedRange<Int>] {
    anchors.map { ($0 - before)...($0 + after) }
  }

  /// The first anchor after the last day.
  var next: Int? {
    anchors.first { $0 > DemoCalendar.lastIndex }
  }

  /// Whether planners can know of it beforehand.
  var isPlanned: Bool { recurrence != "irregular" }

  /// Every event of the demonstration.
  static let all: [DemoEvent] = commercial + religious + others

  private static let commercial: [DemoEvent] = [
    DemoEvent(
      name: "Soldes d’hiver",
      kind: .commercial,
      recurrence: "weekday",
      parameters: .object([("month", .integer(1)), ("weekday", .integer(3)), ("nth", .integer(2))]),
      anchors: days([(2024, 1, 10), (2025, 1, 8), (2026, 1, 7), (2027, 1, 6)]),
      before: 0,
      after: 27,
      impacts: [(.furniture, 1.2), (.sport, 1.2), (.lighting, 1.15), (.appliances, 1.15)],
      discounts: [20, 30, 40],
      discountShare: 0.4
    ),
    DemoEvent(
      name: "Soldes d’été",
      kind: .commercial,
      recurrence: "weekday",
      parameters: .object([("month", .integer(6)), ("weekday", .integer(3)), ("nth", .integer(-1))]
      ),
      anchors: days([(2023, 6, 28), (2024, 6, 26), (2025, 6, 25), (2026, 6, 24)]),
      before: 0,
      after: 27,
      impacts: [(.furniture, 1.15), (.sport, 1.2), (.garden, 1.2), (.computing, 1.1)],
      discounts: [20, 30, 40],
      discountShare: 0.4
    ),
    DemoEvent(
      name: "Black Friday",
      kind: .commercial,
      recurrence: "weekday",
      // The day after Thanksgiving: the fourth Friday of November, but for years that begin it with one.
      parameters: .object([
        ("month", .integer(11)), ("weekday", .integer(4)), ("nth", .integer(4)),
        ("offset", .integer(1)),
      ]),
      anchors: days([(2023, 11, 24), (2024, 11, 29), (2025, 11, 28), (2026, 11, 27)]),
      before: 3,
      after: 3,
      impacts: [
        (.computing, 2.3), (.appliances, 2.0), (.sport, 1.6), (.lighting, 1.4), (.tools, 1.5),
      ],
      discounts: [15, 20, 25, 30],
      discountShare: 0.5
    ),
    DemoEvent(
      name: "Noël",
      kind: .commercial,
      recurrence: "fixed",
      parameters: .object([("month", .integer(12)), ("day", .integer(25))]),
      anchors: days([(2023, 12, 25), (2024, 12, 25), (2025, 12, 25), (2026, 12, 25)]),
      before: 20,
      after: -3,
      impacts: [(.computing, 1.25), (.appliances, 1.25), (.sport, 1.35), (.lighting, 1.3)]
    ),
  ]

  private static let religious: [DemoEvent] = [
    DemoEvent(
      name: "Ramadan",
      kind: .religious,
      recurrence: "hijri",
      parameters: .object([("month", .integer(9)), ("day", .integer(1))]),
      anchors: days([(2023, 3, 23), (2024, 3, 11), (2025, 3, 1), (2026, 2, 18), (2027, 2, 8)]),
      before: 3,
      after: 28,
      impacts: [(.appliances, 1.25), (.cleaning, 1.12)]
    ),
    DemoEvent(
      name: "Aïd el-Fitr",
      kind: .religious,
      recurrence: "hijri",
      parameters: .object([("month", .integer(10)), ("day", .integer(1))]),
      anchors: days([(2023, 4, 21), (2024, 4, 10), (2025, 3, 30), (2026, 3, 20), (2027, 3, 10)]),
      before: 4,
      after: 0,
      impacts: [(.appliances, 1.35), (.lighting, 1.3), (.furniture, 1.25)]
    ),
    DemoEvent(
      name: "Aïd el-Adha",
      kind: .religious,
      recurrence: "hijri",
      parameters: .object([("month", .integer(12)), ("day", .integer(10))]),
      anchors: days([(2023, 6, 28), (2024, 6, 16), (2025, 6, 6), (2026, 5, 27)]),
      before: 6,
      after: 0,
      impacts: [(.cooling, 1.4), (.garden, 1.3), (.appliances, 1.2)]
    ),
    DemoEvent(
      name: "Pâques",
      kind: .religious,
      recurrence: "easter",
      parameters: .object([("offset", .integer(0))]),
      anchors: days([(2023, 4, 9), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5)]),
      before: 6,
      after: 1,
      impacts: [(.garden, 1.5), (.appliances, 1.15), (.sport, 1.2)]
    ),
  ]

  private static let others: [DemoEvent] = [
    DemoEvent(
      name: "Rentrée scolaire",
      kind: .school,
      recurrence: "fixed",
      parameters: .object([("month", .integer(9)), ("day", .integer(1))]),
      anchors: days([(2023, 9, 4), (2024, 9, 2), (2025, 9, 1), (2026, 9, 1)]),
      before: 12,
      after: 6,
      impacts: [(.stationery, 1.6), (.computing, 1.25), (.furniture, 1.1)]
    ),
    DemoEvent(
      name: "Fête des mères",
      kind: .family,
      recurrence: "weekday",
      parameters: .object([("month", .integer(5)), ("weekday", .integer(7)), ("nth", .integer(-1))]
      ),
      anchors: days([(2023, 6, 4), (2024, 5, 26), (2025, 5, 25), (2026, 5, 31)]),
      before: 6,
      after: 0,
      impacts: [(.garden, 1.2), (.lighting, 1.25), (.appliances, 1.15)]
    ),
    DemoEvent(
      name: "Canicule",
      kind: .weather,
      recurrence: "irregular",
      parameters: .object([("threshold_celsius", .integer(35))]),
      anchors: days([(2023, 8, 20), (2024, 7, 30), (2025, 6, 24), (2025, 8, 12)]),
      before: 4,
      after: 5,
      impacts: [(.cooling, 2.4), (.garden, 0.85)]
    ),
  ]

  private static func days(_ dates: [(year: Int, month: Int, day: Int)]) -> [Int] {
    dates.map { DemoCalendar.index($0.year, $0.month, $0.day) }
  }
}

/// What nobody could foresee, and leaves anomalies behind.
enum Shock {
  /// Days on which the shop's site was down, with what was left of the orders.
  static let outage: (days: ClosedRange<Int>, factor: Double) =
    (DemoCalendar.index(2025, 5, 13)...DemoCalendar.index(2025, 5, 14), 0.1)

  /// Articles everybody wanted for a few days.
  static let crazes: [(article: String, days: ClosedRange<Int>, factor: Double)] = [
    (
      "Robot pâtissier Castelane 4,6 L",
      DemoCalendar.index(2026, 2, 9)...DemoCalendar.index(2026, 2, 11), 6
    ),
    (
      "Tapis de yoga antidérapant",
      DemoCalendar.index(2025, 9, 16)...DemoCalendar.index(2025, 9, 18), 6
    ),
    (
      "Ventilateur sur pied Brisor 40 cm",
      DemoCalendar.index(2026, 3, 17)...DemoCalendar.index(2026, 3, 18), 8
    ),
    (
      "Vinaigre ménager 5 L",
      DemoCalendar.index(2024, 11, 5)...DemoCalendar.index(2024, 11, 7), 5
    ),
  ]

  /// Days of the year on which few order, as month and day.
  static func isQuietDay(month: Int, day: Int) -> Bool {
    (month == 1 && day == 1) || (month == 12 && day >= 24 && day <= 25) || (month == 5 && day == 1)
  }
}
