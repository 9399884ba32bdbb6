/// Demand of the days after now, as far as it is known: what stock is compared with.
package protocol DemandOutlook: Sendable {
  /// Expected demand a day, units; the first is the day after now.
  var means: [Double] { get }

  /// Demand of the next `count` days together, no more than are known.
  func total(days count: Int) -> DemandTotal
}

extension DemandOutlook {
  /// Days that are known.
  package var horizon: Int { means.count }

  /// Expected demand of the next `count` days together, units.
  package func mean(days count: Int) -> Double {
    means.prefix(max(0, count)).reduce(0, +)
  }

  /// P(demand of the next `count` days > quantity).
  package func probability(days count: Int, above quantity: Double) -> Double {
    total(days: count).probability(above: quantity)
  }

  /// The range that holds the demand of the next `count` days with a probability, units.
  package func range(days count: Int, level: Double) -> ClosedRange<Double> {
    total(days: count).range(level: level)
  }
}

extension Forecast: DemandOutlook {
  /// The means of its days, units.
  package var means: [Double] { days.map(\.mean) }
}
