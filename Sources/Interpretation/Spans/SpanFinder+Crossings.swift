import Language
import ValueIndex
import Values

/// Words that a name does not reach across, unless it is written so.
extension SpanFinder {
  /// "the Paris warehouse | to the Marseille one": a name that is not written so does not reach across a direction.
  func crossesDirection(_ match: ValueMatch, _ folded: [String]) -> Bool {
    match.quality > .plural && match.tokens.count > 2
      && match.tokens.dropFirst().dropLast().contains {
        ["to", "into", "vers"].contains(folded[$0])
      }
  }

  /// « marge du mobilier et du jardin » names two things, and no « Mobilier de jardin ».
  func crossesConjunction(_ match: ValueMatch, _ folded: [String]) -> Bool {
    let joins: Set<String> = ["et", "and", "ou", "or"]
    return match.quality > .plural
      && match.tokens.dropFirst().dropLast().contains { joins.contains(folded[$0]) }
      && !match.candidates.contains { candidate in
        Fold.fold(candidate.name).split(separator: " ").contains { joins.contains(String($0)) }
      }
  }

  /// « fournisseurs sont en retard » says something of suppliers, and is no alert « RETARD_FOURNISSEUR ».
  func crossesVerb(_ match: ValueMatch, _ folded: [String]) -> Bool {
    match.quality > .plural
      && match.tokens.dropFirst().dropLast().contains { Self.copulas.contains(folded[$0]) }
      && !match.candidates.contains { candidate in
        Fold.fold(candidate.name).split(separator: " ").contains {
          Self.copulas.contains(String($0))
        }
      }
  }

  private static let copulas: Set<String> = [
    "est", "sont", "etait", "etaient", "sera", "seront", "is", "are", "was", "were",
  ]
}
