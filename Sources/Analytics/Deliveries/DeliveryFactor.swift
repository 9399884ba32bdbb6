/// How much one thing known of an order tells of its delivery.
///
/// ε² = (SSB − (k − 1) MSW) ÷ SST, the share of the variance between its k levels less what chance alone would give
/// (Kelley, 1935, "An unbiased correlation ratio measure"); never below 0.
package struct DeliveryFactor: Hashable, Sendable {
  /// Its place among the factors of the cases.
  package let index: Int
  /// Share of the variance of being late; nil where no order has a schedule.
  package let lateShare: Double?
  /// Share of the variance of the days.
  package let daysShare: Double
  /// Its levels, those with the highest late rate (else the longest time) first.
  package let levels: [Level]

  /// One level of a factor.
  package struct Level: Hashable, Sendable {
    package let number: Int
    package let count: Double
    package let meanDays: Double
    package let lateRate: Double?
  }

  /// The factors of some cases, those that tell most first.
  package static func ranked(_ cases: [DeliveryCase]) -> [DeliveryFactor] {
    (0..<(cases.first?.levels.count ?? 0)).map { DeliveryFactor(cases, $0) }.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.index < $1.index
    }
  }

  /// What it tells of lateness and of the days together.
  var weight: Double { (lateShare ?? 0) + daysShare }

  init(_ cases: [DeliveryCase], _ index: Int) {
    var whole = Moments()
    var cells: [Int: (cell: DeliveryCell, days: Moments, late: Moments)] = [:]
    var wholeLate = Moments()
    for delivery in cases {
      guard let level = delivery.levels[index] else { continue }
      cells[level, default: (DeliveryCell(), Moments(), Moments())].cell.add(delivery)
      let days = Double(delivery.days)
      cells[level]?.days.add(days, times: delivery.count)
      cells[level]?.late.add(1, times: delivery.late)
      cells[level]?.late.add(0, times: delivery.scheduled - delivery.late)
      whole.add(days, times: delivery.count)
      wholeLate.add(1, times: delivery.late)
      wholeLate.add(0, times: delivery.scheduled - delivery.late)
    }
    self.index = index
    daysShare = Self.share(cells.values.map(\.days), of: whole) ?? 0
    lateShare = Self.share(cells.values.map(\.late), of: wholeLate)
    levels = cells.map { number, level in
      Level(
        number: number,
        count: level.cell.count,
        meanDays: level.cell.meanDays,
        lateRate: level.cell.lateRate
      )
    }.sorted {
      let (left, right) = ($0.lateRate ?? $0.meanDays, $1.lateRate ?? $1.meanDays)
      return left != right ? left > right : $0.number < $1.number
    }
  }

  /// Sums of a number over orders.
  private struct Moments {
    var count = 0.0
    var sum = 0.0
    var squares = 0.0

    mutating func add(_ value: Double, times weight: Double) {
      count += weight
      sum += value * weight
      squares += value * value * weight
    }

    /// Σ (x − mean)².
    var spread: Double { count > 0 ? max(0, squares - sum * sum / count) : 0 }
  }

  private static func share(_ groups: [Moments], of whole: Moments) -> Double? {
    guard whole.count > 0 else { return nil }
    let filled = groups.filter { $0.count > 0 }
    let within = filled.reduce(0) { $0 + $1.spread }
    let freedom = whole.count - Double(filled.count)
    guard whole.spread > 0, freedom > 0 else { return 0 }
    let between = whole.spread - within
    return max(0, (between - Double(filled.count - 1) * within / freedom) / whole.spread)
  }
}
