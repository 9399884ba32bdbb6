/// A label near a text, and how near.
package struct Match: Hashable, Sendable {
  /// Label of the nearest example.
  package let label: String
  /// Cosine with the label's nearest example, −1 … 1.
  package let score: Float

  package init(label: String, score: Float) {
    self.label = label
    self.score = score
  }
}
