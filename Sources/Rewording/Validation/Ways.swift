import Values

/// « de {{v3}} à {{v4}} », "from {{v3}} to {{v4}}": figures of which the second is said to come of the first.
struct Ways {
  private let draft: Draft

  /// Two figures, by their slots.
  struct Way: Hashable {
    let from: String
    let to: String
  }

  init(_ draft: Draft) {
    self.draft = draft
  }

  /// Every way that a text goes; periods and the like between the two do not count.
  func found(in pieces: [Piece]) -> Set<Way> {
    let (from, to): (Set<String>, Set<String>) =
      draft.tongue == .french ? (["de", "d"], ["à"]) : (["from"], ["to"])
    let plain = pieces.filter { piece in
      if case .slot(let name) = piece {
        draft[name]?.freedom == .fixed && !isPeriod(name)
      } else {
        true
      }
    }
    var ways: Set<Way> = []
    for index in plain.indices.dropLast(3) {
      if case .word(let first) = plain[index], from.contains(first),
        case .slot(let one) = plain[index + 1],
        case .word(let second) = plain[index + 2], to.contains(second),
        case .slot(let other) = plain[index + 3]
      {
        ways.insert(Way(from: one, to: other))
      }
    }
    return ways
  }

  private func isPeriod(_ name: String) -> Bool { draft[name]?.kind == .period }
}
