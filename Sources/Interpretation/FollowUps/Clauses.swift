import Language

/// A turn of several changes, one behind the other: "forget the months, split by subcategory".
package struct Clauses {
  /// The clauses as they were written; one where there is no comma or « et » to cut at.
  package let parts: [Utterance]

  package init(_ utterance: Utterance) {
    let tokens = utterance.tokens
    var joins = tokens.indices.dropFirst().filter { place in
      // "overall, not by supplier" says one thing twice.
      Self.joins.contains(tokens[place].folded)
        && !Self.denials.contains(tokens.dropFirst(place + 1).first?.folded ?? "")
    }
    if let first = joins.first,
      ListPlace(
        Utterance(
          utterance.written(0..<first),
          clock: utterance.clock,
          tongue: utterance.tongue
        )
      ) != nil
    {
      // « pour le premier, détail par entrepôt » speaks of that one throughout.
      joins = []
    }
    let starts = [0] + joins.map { $0 + 1 }
    let ends = joins + [tokens.count]
    parts = zip(starts, ends).filter { $0 < $1 }.map { start, end in
      Utterance(utterance.written(start..<end), clock: utterance.clock, tongue: utterance.tongue)
    }
  }

  private static let denials: Set<String> = ["not", "pas", "non", "no"]
  private static let joins: Set<String> = [",", ";", ".", "et", "and", "mais", "but"]
}

extension Fragment {
  /// Whether a clause with these pieces changes something for itself, and is no member of an enumeration.
  package var changesBySelf: Bool {
    guard unexplained.isEmpty, ambiguousNames.isEmpty, !isEmpty else { return false }
    let drops =
      dropsFilter || dropsNamed || dropsComparison || dropsShare || !droppedKeys.isEmpty || excludes
    let groups = !keys.isEmpty || isTrend || !allOf.isEmpty || isBoth || releasesAll
    let orders = limit != nil || descends != nil || narrows
    let folds = isShare || isMean || isTotal
    return drops || groups || orders || folds
      || !(metrics.isEmpty && things.isEmpty) && (opens || adds)
  }

  /// Whether it takes something away.
  package var drops: Bool {
    dropsFilter || dropsNamed || dropsComparison || dropsShare || !droppedKeys.isEmpty
  }
}
