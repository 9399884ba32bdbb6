/// What `ValueIndex.matches` may do with the words of a question.
package struct MatchOptions: Sendable {
  /// For each question token, whether it is ordinary vocabulary of the assistant ("stock",
  /// "sales").
  ///
  /// Such a token is neither corrected nor enough alone for a partial name; whole names still
  /// match. A missing tail counts as false.
  package var known: [Bool]
  /// Most edits in one word, 0…2; 1 at most below eight letters whatever this says.
  package var maxEdits: Int
  /// Dimensions to look in; nil for all.
  package var dimensions: Set<Int>?

  /// Options; by default everything is allowed everywhere.
  package init(known: [Bool] = [], maxEdits: Int = 2, dimensions: Set<Int>? = nil) {
    self.known = known
    self.maxEdits = maxEdits
    self.dimensions = dimensions
  }

  /// Whether a question token is ordinary vocabulary.
  func isKnown(_ token: Int) -> Bool {
    token < known.count && known[token]
  }
}
