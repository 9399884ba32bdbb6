/// Names that go on with what was typed.
package struct NameCompletions: Hashable, Sendable {
  /// Names that begin with it, in alphabetical order.
  package var beginning: [String]
  /// Names in which it begins a later word, in alphabetical order.
  package var inside: [String]

  /// No names.
  package static let none = NameCompletions(beginning: [], inside: [])
}

extension ValueIndex {
  /// The names that a piece of text, typed up to the cursor, may become.
  ///
  /// Words are compared without accents, case and punctuation; the last one may be unfinished.
  /// "gerard le" → "Gérard Lefèvre"; "lef" → none that begin so, but "Gérard Lefèvre" inside.
  /// One pass over the names that have the words, a few milliseconds on a million.
  ///
  /// - Parameters:
  ///   - piece: what was typed.
  ///   - dimensions: where to look; nil for everywhere.
  ///   - count: most names of each sort.
  /// - Returns: names in alphabetical order, each once whatever it names. Where there are more, the
  ///   last of them all comes behind the first ones: what those have in common, all have.
  package func completions(
    of piece: String,
    dimensions: Set<Int>? = nil,
    count: Int
  ) -> NameCompletions {
    guard let prefix = NamePrefix(piece, columns: columns), count > 0 else {
      return .none
    }
    let ranges = columns.dimensions.filter { dimensions?.contains(Int($0.dimension)) ?? true }
    var beginning = FirstNames(columns: columns, limit: count)
    var inside = FirstNames(columns: columns, limit: count)
    prefix.forEachCandidate { entry in
      guard let place = prefix.place(in: entry),
        ranges.contains(where: { $0.start <= entry && entry < $0.end })
      else { return }
      if place == 0 { beginning.add(entry) } else { inside.add(entry) }
    }
    return NameCompletions(beginning: beginning.names, inside: inside.names)
  }
}
