/// The names of figures in a text, each taken as one piece.
enum Terms {
  /// Pieces with every term put together, the longest first.
  static func joined(_ pieces: [Piece], _ terms: [String]) -> [Piece] {
    let wanted = terms.map(Piece.words).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    var result: [Piece] = []
    var rest = pieces.filter { !$0.isApostrophe }[...]
    while let first = rest.first {
      let term = wanted.first { words in
        rest.count >= words.count
          && zip(rest, words).allSatisfy { $0 == .word($1) }
      }
      if let term {
        result.append(.term(term))
        rest = rest.dropFirst(term.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// The terms of joined pieces, each at its first place.
  static func order(_ pieces: [Piece]) -> [Piece] {
    var seen: Set<Piece> = []
    return pieces.filter { $0.isTerm && seen.insert($0).inserted }
  }
}
