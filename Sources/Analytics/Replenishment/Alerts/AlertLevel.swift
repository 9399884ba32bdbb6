/// How stock stands against the demand of the lead time; the last is the gravest.
package enum AlertLevel: Int, Sendable, Comparable, CaseIterable {
  /// Stock lasts for the lead time and the sales of three days more.
  case ok
  /// Stock lasts for the lead time, but what is left is below the sales of the next three days.
  case attention
  /// Stock does not last for the lead time.
  case critical

  /// By gravity.
  package static func < (left: AlertLevel, right: AlertLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}
