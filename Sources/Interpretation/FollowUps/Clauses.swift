import Language

/// A turn of several changes, one behind the other: "forget the months, split by subcategory".
package struct Clauses {
  /// The clauses as they were written; one where there is no comma or « et » to cut at.
  package let parts: [Utterance]

  package init(_ utterance: Utterance) {
    let tokens = utterance.tokens
    let joins = tokens.indices.dropFirst().filter { Self.joins.contains(tokens[$0].folded) }
    let starts = [0] + joins.map { $0 + 1 }
    let ends = joins + [tokens.count]
    parts = zip(starts, ends).filter { $0 < $1 }.map { start, end in
      Utterance(utterance.written(start..<end), clock: utterance.clock, tongue: utterance.tongue)
    }
  }

  private static let joins: Set<String> = [",", ";", "et", "and", "mais", "but"]
}

extension Fragment {
  /// Whether a clause with these pieces changes something for itself, and is no member of an enumeration.
  package var changesBySelf: Bool {
    guard unexplained.isEmpty, ambiguousNames.isEmpty, !isEmpty else { return false }
    let drops = dropsFilter || dropsComparison || dropsShare || !droppedKeys.isEmpty || excludes
    let groups = !keys.isEmpty || isTrend || !allOf.isEmpty || isBoth || releasesAll
    let orders = limit != nil || descends != nil || narrows
    let folds = isShare || isMean || isTotal
    return drops || groups || orders || folds
      || !(metrics.isEmpty && things.isEmpty) && (opens || adds)
  }

  /// Whether it takes something away.
  package var drops: Bool {
    dropsFilter || dropsComparison || dropsShare || !droppedKeys.isEmpty
  }
}
