import SemanticModel

/// What a question says for the terms of an analysis.
extension Composer {
  /// Takes the percentages and the words of an analysis's terms, so that they are neither figures nor filters.
  mutating func takeTerms(of analysis: Analysis, into call: inout AnalysisCall) {
    guard !analysis.terms.isEmpty else { return }
    let reader = TermReader(
      analysis.terms,
      rising: analysis.rising,
      falling: analysis.falling,
      in: utterance
    )
    call.terms = reader.terms
    call.stressed = reader.stressed
    claimed = reader.claimed
    for index in items.indices where items[index].span.analysis == nil {
      let tokens = Set(items[index].span.tokens)
      guard !claimed.isDisjoint(with: tokens) else { continue }
      if items[index].span.value != nil, !tokens.isSubset(of: claimed) {
        // « climatiseurs de 5 »: a name that swallows the number of a term.
        penalty += 1.5
      }
      items[index] = items[index].meaning(.marker(.filler))
    }
    let unknown = covering.spans.filter { $0.isUnknown && claimed.isSuperset(of: $0.tokens) }
    penalty -= 0.6 * Float(unknown.count)
  }
}
