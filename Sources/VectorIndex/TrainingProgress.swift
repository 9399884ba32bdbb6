/// How far training has come, told after every epoch.
package struct TrainingProgress: Hashable, Sendable {
  /// Epochs done, from 1.
  package let epoch: Int
  /// Epochs in all.
  package let epochs: Int
  /// Mean loss of the epoch's batches, in nats: 0 when every pair finds its partner for sure.
  package let loss: Double
}
