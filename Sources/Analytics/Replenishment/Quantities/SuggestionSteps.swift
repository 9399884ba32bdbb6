/// How a quantity to order was arrived at, step by step.
package struct SuggestionSteps: Sendable, Equatable {
  /// Days the order is to last, from tomorrow.
  package let coverDays: Int
  /// Days of these that are not forecast; above 0, the need may be greater.
  package let missingDays: Int
  /// Σ forecast of the days, units.
  package let demand: Double
  /// Units.
  package let onHand: Double
  /// max(0, demand − on hand), units.
  package let need: Double
  /// Percent.
  package let margin: Double
  /// need × (1 + margin ÷ 100), units.
  package let needWithMargin: Double
  /// Units a pack.
  package let packSize: Int
  /// Packs, rounded up.
  package let packs: Int
  /// Units of open orders expected within the days: not taken off, and to be told.
  package let onOrder: Double
  /// Units of overdue orders: not taken off either.
  package let overdue: Double
}
