import Language

/// Phrases of the corpus that stand in words which say something else.
extension SpanFinder {
  /// « partent le plus » is the most; « (ne) partent plus » has no article.
  func isMost(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    return tokens.count > 2 && ["plus", "moins"].contains(utterance.tokens[last].folded)
      && utterance.tokens[last - 1].folded == "le"
      && lexicon.hits(in: utterance.words, at: tokens.lowerBound).contains { hit in
        hit.tokens == tokens && hit.senses.contains { if case .segment = $0.meaning { true } else { false } }
      }
  }

  /// « à l'heure actuelle »: a manner of speech of three words or more holds no state of deliveries « à l'heure ».
  func isInsideManner(_ tokens: Range<Int>) -> Bool {
    lexicon.hits(in: utterance.words, at: tokens.lowerBound).contains { hit in
      hit.tokens.count > max(tokens.count, 2)
        && hit.senses.contains { $0.marker?.isSilent == true && $0.tongues.contains(utterance.tongue) }
    }
  }
}
