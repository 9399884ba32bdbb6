/// What is known of one product today: its stock, what is to come, and what is expected to be sold.
///
/// Days are counted from now: 1 is tomorrow. Every figure of stock and orders is made from this.
package struct StockSituation: Sendable {
  /// Days from order to receipt where none are known.
  package static let usualLeadTime = 5

  /// The product.
  package let product: NamedKey
  /// Who supplies it; nil when unknown.
  package let supplier: NamedKey?
  /// Units; negative where more was sold than counted.
  package let onHand: Double
  /// Days from order to receipt, at least 0.
  package let leadTimeDays: Int
  /// Whether the lead time is the usual one because none is known.
  package let isLeadTimeAssumed: Bool
  /// Units a pack, at least 1.
  package let packSize: Int
  /// Selling price, money a unit; nil when unknown.
  package let unitPrice: Double?
  /// Purchase cost, money a unit; nil when unknown.
  package let unitCost: Double?
  /// Volume a unit; nil when unknown.
  package let unitVolume: Double?
  /// Receipts expected today or later, by day.
  package let receipts: [ExpectedReceipt]
  /// Receipts that should have come: counted nowhere, and to be told.
  package let overdueReceipts: [ExpectedReceipt]
  /// Demand of the days after now.
  package let demand: any DemandOutlook
  /// Σ of the expected demand through day n, at position n; the first is 0.
  private let cumulative: [Double]

  /// Takes a product's figures as the data has them.
  ///
  /// - Parameters:
  ///   - product: its key.
  ///   - supplier: who supplies it.
  ///   - onHand: units; what is no number counts as 0.
  ///   - leadTimeDays: nil for the usual 5 days; negative ones count as 0.
  ///   - packSize: nil or below 1 for single units.
  ///   - unitPrice: money a unit; what is negative or no number is unknown.
  ///   - unitCost: money a unit, as the price.
  ///   - unitVolume: volume a unit, as the price.
  ///   - receipts: open orders of any day; those before today are overdue, those without a quantity left out.
  ///   - demand: from the day after now.
  package init(
    product: NamedKey,
    supplier: NamedKey? = nil,
    onHand: Double,
    leadTimeDays: Int? = nil,
    packSize: Int? = nil,
    unitPrice: Double? = nil,
    unitCost: Double? = nil,
    unitVolume: Double? = nil,
    receipts: [ExpectedReceipt] = [],
    demand: any DemandOutlook
  ) {
    self.product = product
    self.supplier = supplier
    self.onHand = onHand.isFinite ? onHand : 0
    self.leadTimeDays = max(0, leadTimeDays ?? Self.usualLeadTime)
    isLeadTimeAssumed = leadTimeDays == nil
    self.packSize = max(1, packSize ?? 1)
    self.unitPrice = Self.known(unitPrice)
    self.unitCost = Self.known(unitCost)
    self.unitVolume = Self.known(unitVolume)
    let open = receipts.filter { $0.quantity > 0 && $0.quantity.isFinite }
    self.receipts = open.filter { $0.day >= 0 }.sorted {
      ($0.day, $0.quantity) < ($1.day, $1.quantity)
    }
    overdueReceipts = open.filter { $0.day < 0 }
    self.demand = demand
    cumulative = demand.means.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  private static func known(_ figure: Double?) -> Double? {
    figure.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
  }
}

// MARK: - Sums over days

extension StockSituation {
  /// Days after now that are forecast.
  package var horizon: Int { cumulative.count - 1 }

  /// Expected demand through a day, units: Σ forecast of days 1…day, as far as they are known.
  package func expectedDemand(through day: Int) -> Double {
    cumulative[min(max(0, day), horizon)]
  }

  /// Expected demand of both days and those between, units.
  package func expectedDemand(from first: Int, through last: Int) -> Double {
    max(0, expectedDemand(through: last) - expectedDemand(through: first - 1))
  }

  /// Days through a day that are not forecast.
  package func missingDays(through day: Int) -> Int { max(0, day - horizon) }

  /// Units that receipts bring through a day.
  package func received(through day: Int) -> Double {
    receipts.reduce(0) { $0 + ($1.day <= day ? $1.quantity : 0) }
  }

  /// Units there are for the demand through a day: on hand, and receipts expected by then.
  package func available(through day: Int) -> Double { onHand + received(through: day) }

  /// Units that overdue receipts would bring.
  package var overdueQuantity: Double { overdueReceipts.reduce(0) { $0 + $1.quantity } }

  /// Expected demand a day, units: the mean of the days of the lead time (of one day at least) that are forecast.
  package var dailyForecast: Double {
    let days = min(max(1, leadTimeDays), horizon)
    return days > 0 ? expectedDemand(through: days) / Double(days) : 0
  }

  /// The first day whose cumulated forecast exceeds stock and receipts expected by then; nil within the horizon.
  package var stockOutDay: Int? {
    (0..<horizon).map { $0 + 1 }.first { day in
      BinaryNoise.isAbove(expectedDemand(through: day), available(through: day))
    }
  }
}
