/// One thing seen in a text, as a bucket of the embedding table, and how much it counts there.
package struct Feature: Hashable, Sendable {
  /// Row of the table, in 0 ..< `FeatureHasher.buckets`.
  package var bucket: UInt16
  /// Weight of the row in the mean; above zero.
  package var weight: Float
}
