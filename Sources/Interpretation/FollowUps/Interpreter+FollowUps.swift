import Language
import SemanticModel
import Values

extension Interpreter {
  /// What the words may change of a question before, the surest first.
  package func fragments(_ utterance: Utterance) -> [Fragment] {
    guard !utterance.tokens.isEmpty else { return [] }
    let words = FollowUpWords(utterance)
    let finder = SpanFinder(lexicon: lexicon, catalog: catalog, utterance: utterance)
    let coverings = Segmenter.coverings(finder.spans(), of: utterance)
    let opens = coverings.first.map(startsAsFollowUp) ?? false
    var found: [Fragment] = []
    for covering in coverings {
      var composer = Composer(model: model, utterance: utterance, covering: covering)
      var fragment = composer.fragment()
      fragment.unexplained.removeAll { words.explains($0) }
      words.mark(&fragment)
      fragment.opens = fragment.opens || opens
      if !found.contains(fragment) { found.append(fragment) }
    }
    return found.sorted { $0.rank > $1.rank }
  }
}

extension Fragment {
  /// Fewer words left over first, then the better segmentation.
  package var rank: Double { score - Double(unexplained.count) }
}
