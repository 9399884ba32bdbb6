/// When an order may arrive, and whether late.
package struct DeliveryOutlook: Sendable {
  /// Chance of each number of whole days from the order, in order of days.
  package let chances: [(days: Int, chance: Double)]
  /// Chance to be late; nil where no schedule is known.
  package let lateChance: Double?
  /// Delivered orders that share all that is known and was used.
  package let support: Double

  /// Mean of the days.
  package var meanDays: Double { chances.reduce(0) { $0 + Double($1.days) * $1.chance } }

  /// The number of days by which so large a share has arrived.
  package func quantile(_ share: Double) -> Int {
    var sum = 0.0
    for (days, chance) in chances {
      sum += chance
      if sum >= share - 1e-9 { return days }
    }
    return chances.last?.days ?? 0
  }

  /// The same for an order that has not arrived after so many days; nil where no order ever took longer.
  ///
  /// Being late takes longer than being under way today as long as the schedule is not over, so its chance grows by as much
  /// as the orders that arrived by now fall away.
  package func still(underWayAfter days: Int) -> DeliveryOutlook? {
    let left = chances.filter { $0.days > days }
    let sum = left.reduce(0) { $0 + $1.chance }
    guard sum > 1e-6 else { return nil }
    return DeliveryOutlook(
      chances: left.map { ($0.days, $0.chance / sum) },
      lateChance: lateChance.map { min(1, $0 / sum) },
      support: support
    )
  }
}
