/// A masked text and what it asks for: an example to learn from and to compare with.
package struct LabelledText: Hashable, Sendable {
  /// Folded tokens in order, masks included.
  package let tokens: [String]
  /// Name of the thing asked for, such as "metric:revenue"; any text that is not empty.
  package let label: String

  package init(tokens: [String], label: String) {
    self.tokens = tokens
    self.label = label
  }
}
