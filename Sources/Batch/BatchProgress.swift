/// How far a run is.
package struct BatchProgress: Sendable {
  /// The step under way.
  package let step: BatchStep
  /// Products done in it.
  package let done: Int
  /// Products there are to do in it.
  package let total: Int
  /// The share of the whole run, 0…1.
  package let share: Double
  /// Seconds that are left, as far as one can tell yet.
  package let secondsLeft: Double?
}
