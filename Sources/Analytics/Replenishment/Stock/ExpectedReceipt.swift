/// Goods ordered from a supplier and not yet received.
package struct ExpectedReceipt: Sendable, Equatable {
  /// Days after now, 0 today; negative when it should have come.
  package let day: Int
  /// Units.
  package let quantity: Double

  /// A receipt as the order says it.
  package init(day: Int, quantity: Double) {
    self.day = day
    self.quantity = quantity
  }
}
