/// What the priority of an alert is made from.
package struct PriorityFacts: Sendable, Equatable {
  /// The product.
  package let product: NamedKey
  /// Its alert level.
  package let level: AlertLevel
  /// Expected loss, money; nil when unknown.
  package let loss: Double?
  /// Stock turnover: units sold in 30 days ÷ mean stock; nil when unknown.
  package let rotation: Double?
  /// Days to the stock-out, 0 when there is nothing now; nil when none is in sight.
  package let daysLeft: Int?

  /// The facts of an alert.
  package init(
    product: NamedKey,
    level: AlertLevel,
    loss: Double?,
    rotation: Double?,
    daysLeft: Int?
  ) {
    self.product = product
    self.level = level
    self.loss = loss
    self.rotation = rotation
    self.daysLeft = daysLeft
  }
}
