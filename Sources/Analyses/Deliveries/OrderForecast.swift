import Analytics
import Planning
import SemanticModel
import Values

/// What is foretold of one order, as it travels and as the question supposes.
struct OrderForecast {
  let order: PlacedOrders.Order
  /// The day it arrived; nil where it has not.
  let arrival: CalendarDay?
  /// Days since it was placed.
  let elapsed: Int
  /// The factors that are known of it.
  let known: Set<Int>
  /// Nil where it has arrived, or takes longer than any order before.
  let outlook: DeliveryOutlook?
  /// The same as the question supposes; nil where it supposes nothing.
  let supposedOutlook: DeliveryOutlook?
  /// What is supposed: « mode de livraison Standard ».
  let supposition: [Finding.Content]
  private let level: Double

  init(
    _ order: PlacedOrders.Order,
    _ said: SaidDelivery,
    _ level: Double,
    now: CalendarDay,
    _ history: inout DeliveryHistory
  ) {
    self.order = order
    self.level = level
    arrival = order.taken.map { order.day.adding(days: Int($0)) }
    let elapsed = max(0, now.ordinal - order.day.ordinal)
    self.elapsed = elapsed
    known = Set(order.levels.indices.filter { order.levels[$0] != nil })
    supposition = said.supposed.sorted { $0.key < $1.key }.map {
      .named(.dimension($0.key), .text(.same($0.value.name)))
    }
    guard arrival == nil, !order.isOff else {
      (outlook, supposedOutlook) = (nil, nil)
      return
    }
    outlook = history.outlook(of: order.levels, underWayAfter: elapsed)
    if said.supposed.isEmpty {
      supposedOutlook = nil
    } else {
      let levels = history.supposing(said, order.levels)
      supposedOutlook = history.outlook(of: levels, underWayAfter: elapsed)
    }
  }

  /// The places of a sentence about when it arrives.
  func places(
    of outlook: DeliveryOutlook,
    _ more: [String: Finding.Content]
  ) -> [String: Finding.Content] {
    more.merging(
      [
        "expected": .day(expectedDay(outlook)), "days": .days(outlook.meanDays),
        "promised": .day(order.day.adding(days: outlook.quantile(level))),
        "level": .percent(level),
      ],
      uniquingKeysWith: { $1 }
    )
  }

  private func expectedDay(_ outlook: DeliveryOutlook) -> CalendarDay {
    order.day.adding(days: Int(outlook.meanDays.rounded()))
  }

  // MARK: - The table

  static let columns: [PlannedColumn] = [
    .key(PlacedOrders.order),
    .computed("placed", .date),
    .computed("expected_date", .date),
    .computed("promised_date", .date),
    .computed("expected_days", .days),
    .computed("late_chance", .percent),
  ]

  var row: [Value] {
    let told = supposedOutlook ?? outlook
    return [
      order.name, .text(order.day.iso),
      told.map { .text(expectedDay($0).iso) } ?? .null,
      told.map { .text(order.day.adding(days: $0.quantile(level)).iso) } ?? .null,
      told.map { .real(($0.meanDays * 10).rounded() / 10) } ?? .null,
      told?.lateChance.map(Value.real) ?? .null,
    ]
  }
}
