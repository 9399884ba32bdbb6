/// Why a product is not bought, or not wholly.
package enum BudgetLimit: Sendable, Equatable {
  /// The money left does not buy a pack.
  case budget
  /// The volume left does not hold a pack.
  case volume
  /// Its cost is unknown.
  case unknownCost
  /// Volume is limited, and its own is unknown.
  case unknownVolume
}
