import Analytics
import Planning
import SemanticModel
import Values

/// The day to promise for an order placed today, of each member of one factor.
struct DeliveryPromise {
  /// What is told of one member; of all orders where the member is nil.
  struct Line {
    let member: Value?
    let outlook: DeliveryOutlook
  }

  let lines: [Line]
  /// The factors that are known of the orders.
  let known: Set<Int>
  private let key: Key?
  private let level: Double
  private let now: CalendarDay
  private static let named = 6
  /// Orders without which a member gets no line.
  private static let leastOrders = 5.0

  init(
    _ said: SaidDelivery,
    _ level: Double,
    _ request: AnalysisRequest,
    _ history: inout DeliveryHistory
  ) {
    self.level = level
    now = request.now
    var levels: [Int?] = history.factors.levels(day: request.now) { _ in .null }
    levels = history.supposing(said, levels)
    let asked = request.query.keys.compactMap(\.dimension).first
    let index = history.factors.factors.indices.first { index in
      asked.map { history.factors.factors[index] == .dimension($0) } ?? false
    }
    let split = index ?? (said.supposed.isEmpty ? Self.tellingDimension(history) : nil)
    known = Set(levels.indices.filter { levels[$0] != nil }).union(split.map { [$0] } ?? [])
    key = split.map { history.factors.factors[$0].key }
    guard let split, let factor = history.model.factors.first(where: { $0.index == split }) else {
      lines = history.outlook(of: levels).map { [Line(member: nil, outlook: $0)] } ?? []
      return
    }
    var found: [Line] = []
    for member in factor.levels where member.count >= Self.leastOrders {
      levels[split] = member.number
      guard let outlook = history.outlook(of: levels) else { continue }
      found.append(Line(member: history.factors.level(member.number, at: split), outlook: outlook))
    }
    lines = found.sorted { $0.outlook.meanDays < $1.outlook.meanDays }
  }

  /// The dimension that tells most of the days.
  private static func tellingDimension(_ history: DeliveryHistory) -> Int? {
    history.model.factors.filter {
      if case .dimension = history.factors.factors[$0.index] { $0.levels.count > 1 } else { false }
    }.max { $0.daysShare < $1.daysShare }?.index
  }

  var findings: [Finding] {
    if lines.count == 1, let outlook = lines.first?.outlook {
      return [
        Finding(
          "promise",
          [
            "promised": .day(now.adding(days: outlook.quantile(level))),
            "promised_days": .days(outlook.quantile(level)), "level": .percent(level),
            "expected": .day(now.adding(days: Int(outlook.meanDays.rounded()))),
            "expected_days": .days(outlook.meanDays),
          ]
        )
      ]
    }
    let parts = lines.prefix(Self.named).map { line -> Finding.Content in
      let days = line.outlook.quantile(level)
      return .detailed(
        .member(line.member ?? .null, key ?? PlacedOrders.order),
        [.day(now.adding(days: days)), .days(days)]
      )
    }
    return [Finding("promises", ["level": .percent(level), "parts": .list(parts)])]
  }

  var columns: [PlannedColumn] {
    (key.map { [.key($0)] } ?? [])
      + [
        .computed("expected_days", .days),
        .computed("promised_days", .days),
        .computed("promised_date", .date),
        .computed("late_chance", .percent),
        .computed("comparable", .count),
      ]
  }

  var rows: [[Value]] {
    lines.map { line in
      let days = line.outlook.quantile(level)
      return (key == nil ? [] : [line.member ?? .null]) + [
        .real((line.outlook.meanDays * 10).rounded() / 10), .integer(Int64(days)),
        .text(now.adding(days: days).iso), line.outlook.lateChance.map(Value.real) ?? .null,
        .integer(Int64(line.outlook.support)),
      ]
    }
  }
}
