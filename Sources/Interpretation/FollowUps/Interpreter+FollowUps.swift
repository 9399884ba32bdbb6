import Language
import SemanticModel
import Values

extension Interpreter {
  /// What the words may change of a question before, the surest first.
  package func fragments(_ utterance: Utterance) -> [Fragment] {
    let contrast = Contrast(utterance)
    let utterance = contrast.kept
    guard !utterance.tokens.isEmpty else { return [] }
    let words = FollowUpWords(utterance)
    let spans = spans(of: utterance).map { $0.filter { !words.isMistaken($0, utterance) } }
    let coverings = Segmenter.coverings(spans, of: utterance)
    let opens = coverings.first.map(startsAsFollowUp) ?? false
    let bare = BareThreshold(utterance)
    var found: [Fragment] = []
    for covering in coverings {
      var composer = Composer(model: model, utterance: utterance, covering: covering)
      var fragment = composer.fragment()
      fragment.unexplained.removeAll { words.explains($0) }
      if let bare, fragment.conditions.isEmpty { bare.put(into: &fragment) }
      words.mark(&fragment)
      fragment.isCorrection = contrast.isCorrection
      fragment.opens = fragment.opens || opens || contrast.isCorrection
      if !found.contains(fragment) { found.append(fragment) }
    }
    // "promo sales only" is a choice among those told, where it can be one.
    let chooses = found.contains {
      $0.narrows && $0.metrics.isEmpty && !$0.filters.isEmpty && $0.unexplained.isEmpty
    }
    return found.sorted { left, right in
      let isLater = [left, right].map { chooses && $0.narrows && !$0.metrics.isEmpty }
      return isLater[0] == isLater[1] ? left.rank > right.rank : isLater[1]
    }
  }

  /// « quels produits ? », "which customers?": two words and no more.
  package func asksWhich(_ utterance: Utterance) -> Bool {
    let words = utterance.tokens.filter { $0.kind != .symbol }.map(\.folded)
      .drop {
        [
          "et", "and", "ok", "alors", "so", "c'", "c", "est", "c'est", "it", "is", "it's", "from",
          "de", "dans", "in", "to", "pour", "for", "vers", "chez", "with", "avec", "of",
        ].contains($0)
      }
    let asking: Set<String> = ["quel", "quels", "quelle", "quelles", "which", "what"]
    return words.count <= 3 && words.first.map { asking.contains($0) } == true
  }

  /// Whether the words are too few to be a question of their own: a thing or two, and no word that asks for a list.
  package func isFragmentary(_ utterance: Utterance) -> Bool {
    let words = utterance.tokens.filter { $0.kind != .symbol }.map(\.folded)
    let asking: Set<String> = [
      "liste", "lister", "listez", "list", "show", "montre", "affiche", "donne", "give", "display",
      "tous", "toutes", "all", "quels", "quelles", "which", "what", "qui", "who", "nos", "our",
    ]
    return words.count <= 3 && !words.contains(where: asking.contains)
  }

  /// Whether the words begin as a question of their own: « et quels fournisseurs … », "which customers …".
  package func asksAnew(_ utterance: Utterance) -> Bool {
    let joining: Set<String> = [
      "et", "and", "alors", "ok", "so", "mais", "but", "puis", "then", ",",
    ]
    let words = utterance.tokens.map(\.folded).drop { joining.contains($0) }
    guard let first = words.first else { return false }
    let isJoined = words.count < utterance.tokens.count
    let asking: Set<String> = [
      "quel", "quels", "quelle", "quelles", "which", "who", "qui", "liste", "list", "lesquels",
      "lesquelles",
    ]
    let counting: Set<String> = [
      "combien", "how", "what", "top", "nombre", "donne", "show", "montre",
    ]
    let pointing =
      ["lequel", "laquelle"].contains(first) || first == "which" && words.dropFirst().first == "one"
    if pointing { return false }
    return asking.contains(first)
      || !isJoined && counting.contains(first) && !["about"].contains(words.dropFirst().first ?? "")
  }
}

extension Fragment {
  /// Fewer words left over first, then the better segmentation.
  package var rank: Double { score - Double(unexplained.count) }
}
