import Analytics
import Values

/// The figures of one product in `optiflow_outlook`.
struct OutlookFigures: Sendable {
  let product: Product
  let basis: String
  /// Units on hand; nil when unknown, and then so is what is compared with it.
  let onHand: Double?
  /// Units of orders under way, and of those overdue.
  let openQuantity: Double
  let overdueQuantity: Double
  /// Expected units a day over the lead time, over all of it, and over the next three days.
  let dailyDemand: Double
  let leadDemand: Double
  let reserve: Double
  let reorderPoint: ReorderPoint?
  /// What needs the stock; nil when that is unknown.
  let stock: StockFigures?
  /// Units sold in 30 days ÷ mean stock; nil when unknown.
  let rotation: Double?

  /// What depends on the stock on hand.
  struct StockFigures: Sendable {
    let alert: AlertAssessment
    let stockOut: StockOut
    let risks: [Double]
    let loss: ExpectedLoss
    let benefit: OrderBenefit
    let latestOrder: LatestOrder
    let suggestion: OrderSuggestion?
  }

  /// Horizons of the risks that are kept, days.
  static let riskHorizons = [7, 14, 30]

  init(_ summary: ForecastSummary, _ demand: StoredDemand, _ facts: StockFacts) {
    let key = ProductKey.plain(summary.product.id) ?? .null
    let onHand = facts.onHand[key]
    let situation = StockSituation(
      product: summary.product.key,
      onHand: onHand ?? 0,
      leadTimeDays: summary.product.leadTimeDays,
      packSize: summary.product.packSize.map { Int($0.rounded(.up)) },
      unitPrice: summary.product.unitPrice,
      unitCost: summary.product.unitCost,
      receipts: facts.receipts[key] ?? [],
      demand: demand
    )
    product = summary.product
    basis = summary.basis
    self.onHand = onHand
    openQuantity = facts.openQuantity[key] ?? 0
    overdueQuantity = situation.overdueQuantity
    dailyDemand = situation.dailyForecast
    leadDemand = situation.expectedDemand(through: situation.leadTimeDays)
    reserve = situation.expectedDemand(through: AlertAssessment.reserveDays)
    reorderPoint = try? ReorderPoint(
      dailyDemand: summary.recent,
      leadTimeDays: situation.leadTimeDays
    )
    stock = onHand.map { _ in StockFigures(situation) }
    let sold = summary.recent.suffix(30).reduce(0, +)
    rotation = facts.meanStock[key].flatMap { $0 > 0 ? sold / $0 : nil }
  }

  /// What the priority is made from; nil when the stock is unknown.
  var priorityFacts: PriorityFacts? {
    stock.map { stock in
      PriorityFacts(
        product: product.key,
        level: stock.alert.level,
        loss: stock.loss.amount,
        rotation: rotation,
        daysLeft: stock.stockOut.isOutNow ? 0 : stock.stockOut.day
      )
    }
  }
}

extension OutlookFigures.StockFigures {
  fileprivate init(_ situation: StockSituation) {
    alert = AlertAssessment(situation)
    stockOut = StockOut(situation)
    risks = OutlookFigures.riskHorizons.map {
      StockOutRisk(situation, within: $0).probability
    }
    loss = ExpectedLoss(situation)
    benefit = OrderBenefit(situation)
    latestOrder = LatestOrder(situation)
    suggestion = try? OrderSuggestion(situation)
  }
}

extension Product {
  /// What it is told apart and sorted by.
  var key: NamedKey { NamedKey(id: idText, name: name) }
}
