/// What a question says of the costs behind an economic order quantity.
package struct OrderTerms: Hashable, Sendable {
  /// Money an order.
  package var orderCost: Double?
  /// Money a unit and year.
  package var holdingCost: Double?
  /// Units a year, in place of those sold.
  package var annualDemand: Double?

  package init(orderCost: Double? = nil, holdingCost: Double? = nil, annualDemand: Double? = nil) {
    self.orderCost = orderCost
    self.holdingCost = holdingCost
    self.annualDemand = annualDemand
  }

  /// Whether nothing is said.
  package var isEmpty: Bool { self == OrderTerms() }

  /// What a figure needs that is not said.
  package struct Need: Hashable, Sendable {
    /// Whether the cost of an order is missing.
    package let orderCost: Bool
    /// Whether the cost of holding a unit is missing.
    package let holdingCost: Bool

    package init(orderCost: Bool, holdingCost: Bool) {
      self.orderCost = orderCost
      self.holdingCost = holdingCost
    }
  }

  /// What a formula needs and is not said; nil where nothing is missing.
  package func missing(in formula: Expression) -> Need? {
    let functions = formula.functions
    let need = Need(
      orderCost: functions.contains("order_cost") && orderCost == nil,
      holdingCost: functions.contains("holding_cost") && holdingCost == nil
    )
    return need.orderCost || need.holdingCost ? need : nil
  }

  /// What a function of formulas tells of them: `order_cost()`; nil for another function.
  package func told(by function: String) -> Told? {
    switch function {
    case "order_cost": Told(value: orderCost)
    case "holding_cost": Told(value: holdingCost)
    case "annual_demand": Told(value: annualDemand)
    default: nil
    }
  }

  /// A term as formulas see it.
  package struct Told: Hashable, Sendable {
    /// Nil where it is not said.
    package let value: Double?
  }
}

extension OrderTerms: CustomStringConvertible {
  package var description: String {
    let parts = [("order", orderCost), ("holding", holdingCost), ("demand", annualDemand)]
    return parts.compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: ", ")
  }
}
