import Language
import SemanticModel
import ValueIndex
import Values

/// Phrases of the corpus that stand in words which say something else.
extension SpanFinder {
  /// « partent le plus » is the most; « (ne) partent plus » has no article.
  func isMost(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    return tokens.count > 2 && ["plus", "moins"].contains(utterance.tokens[last].folded)
      && utterance.tokens[last - 1].folded == "le"
      && lexicon.hits(in: utterance.words, at: tokens.lowerBound).contains { hit in
        hit.tokens == tokens
          && hit.senses.contains { if case .segment = $0.meaning { true } else { false } }
      }
  }

  /// "brand-new customers" are no customers of a brand.
  func isBrandNew(_ tokens: Range<Int>) -> Bool {
    tokens.count == 1 && utterance.tokens[tokens.lowerBound].folded == "brand"
      && utterance.tokens[tokens.upperBound...].prefix(2).contains { $0.folded == "new" }
  }

  /// « à l'heure actuelle »: a manner of speech of three words or more holds no state of deliveries « à l'heure ».
  func isInsideManner(_ tokens: Range<Int>) -> Bool {
    lexicon.hits(in: utterance.words, at: tokens.lowerBound).contains { hit in
      hit.tokens.count > max(tokens.count, 2)
        && hit.senses.contains {
          $0.marker?.isSilent == true && $0.tongues.contains(utterance.tongue)
        }
    }
  }

  /// « Hexapost nous a plantés » is no « Plantation »: a participle is no shortened name.
  func isBeginningOfVerb(_ match: ValueMatch) -> Bool {
    guard match.quality == .prefix, match.tokens.count == 1 else { return false }
    let token = utterance.tokens[match.tokens.lowerBound]
    let endings =
      utterance.tongue == .french
      ? ["é", "és", "ée", "ées", "er", "ent", "ons", "ez"] : ["ed", "ing"]
    return !token.isCapitalised && endings.contains { token.text.lowercased().hasSuffix($0) }
  }

  /// "does each supplier charge us": the thing behind "each" is split by, and no part of a longer phrase.
  func cutsGroup(_ tokens: Range<Int>, _ sense: Sense) -> Bool {
    let (start, end) = (tokens.lowerBound, tokens.upperBound)
    guard tokens.count > 1, case .metric = sense.meaning else { return false }
    let isInside = (start + 1..<end - 1).contains { index in
      Self.eachWords.contains(utterance.tokens[index].folded) && isThing(at: index + 1)
    }
    if tokens.count > 2, isInside { return true }
    if end < utterance.tokens.count, Self.eachWords.contains(utterance.tokens[end - 1].folded) {
      return isThing(at: end)
    }
    return start > 0 && Self.eachWords.contains(utterance.tokens[start - 1].folded)
      && isThing(at: start)
  }

  private static let eachWords: Set<String> = ["each", "every", "chaque"]

  /// « produits A », "articles B": a class of products, by its letter.
  func classLetters() -> [Span] {
    guard catalog.dimensions.contains("product") else { return [] }
    return utterance.tokens.indices.dropFirst().compactMap { index in
      let letter = utterance.tokens[index].text
      let isBeside =
        namesProducts(at: index - 1)
        || index + 1 < utterance.tokens.count && namesProducts(at: index + 1)
      guard ["A", "B", "C"].contains(letter), isBeside,
        utterance.tokens.contains(where: { $0.text != $0.text.uppercased() })
      else { return nil }
      let reading = ValueReading(
        dimension: "abc_class",
        names: [NamedValue(key: .text(letter), name: letter)],
        total: 1,
        quality: .exact,
        words: [letter.lowercased()]
      )
      return Span(tokens: index..<(index + 1), meaning: .value(reading), score: 0.9)
    }
  }

  private func namesProducts(at index: Int) -> Bool {
    lexicon.hits(in: utterance.words, at: index).contains { hit in
      hit.tokens.count == 1
        && hit.senses.contains { $0.meaning == .dimension("product") && $0.role == .noun }
    }
  }

  /// "units in" is no noun before "2018" or "each order": its particle belongs to what follows.
  func particlePenalty(_ tokens: Range<Int>, _ sense: Sense) -> Float {
    let last = tokens.upperBound - 1
    // "margin on orders paid by card" is about orders, not about what is on order.
    if !sense.isMarker, utterance.tokens[tokens].map(\.folded) == ["on", "orders"] { return 1 }
    guard tokens.count > 1, sense.role != .verb, !sense.isMarker,
      ["in", "on", "over", "for"].contains(utterance.tokens[last].folded)
    else { return 0 }
    let takesTime = utterance.times.contains { $0.tokens.lowerBound == last && $0.tokens.count > 1 }
    let next = utterance.tokens.indices.contains(last + 1) ? utterance.tokens[last + 1] : nil
    let takesNoun =
      next.map { $0.kind == .word && !["and", "or", "vs"].contains($0.folded) } ?? false
    let isDetermined = next.map { ["the", "our", "each", "all"].contains($0.folded) } ?? false
    return isDetermined ? 1 : takesTime || takesNoun ? 0.6 : 0
  }
}
