package import Values

/// A name near to one that was not found.
package struct Suggestion: Hashable, Sendable {
  /// The dimension the name is of.
  package var dimension: Int
  /// Primary key, or the text itself.
  package var key: Value
  /// The name as it stands in the database.
  package var name: String
  /// Share of common trigrams, 0…1.
  package var likeness: Float
}

extension ValueIndex {
  /// Names near to a mention that nothing fits, nearest first, for "did you mean".
  ///
  /// Candidates share a word, a near word or the beginning of a word with the mention; they are
  /// then ordered by their letter trigrams.
  ///
  /// - Parameters:
  ///   - tokens: folded words of the mention.
  ///   - dimension: where to look; nil for everywhere.
  ///   - count: most names returned.
  /// - Returns: none when nothing is near enough to be worth offering.
  package func suggestions(
    for tokens: [String],
    dimension: Int?,
    count: Int
  ) -> [Suggestion] {
    let finder = SuggestionFinder(columns: columns)
    let words = QuestionWords(tokens, options: MatchOptions(), columns: columns).words
    var found: [(entry: UInt32, likeness: Float, dimension: Int)] = []
    for range in columns.dimensions where dimension.map({ Int64($0) == range.dimension }) ?? true {
      let nearest = finder.nearest(words, in: range.start..<range.end, count: count)
      found += nearest.map { ($0.entry, $0.likeness, Int(range.dimension)) }
    }
    // Entries are in the order of their dimensions, which settles ties.
    found.sort { ($1.likeness, $0.entry) < ($0.likeness, $1.entry) }
    return found.prefix(max(count, 0)).map { near in
      Suggestion(
        dimension: near.dimension,
        key: columns.key(ofEntry: near.entry),
        name: columns.name(ofEntry: near.entry),
        likeness: near.likeness
      )
    }
  }
}
