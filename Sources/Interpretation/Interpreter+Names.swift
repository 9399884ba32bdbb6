import Language
package import SemanticModel
package import ValueIndex
package import Values

/// A name of the data as a question mentions it, for `explain`.
package struct MentionedName: Hashable, Sendable {
  /// The words as they were written.
  package let text: String
  /// Indexes of their tokens.
  package let tokens: Range<Int>
  package let dimension: String
  /// Best first.
  package let names: [NamedValue]
  package let quality: Quality
}

extension Interpreter {
  /// The tongue of the words that are no name of the data: "purchase price history, Coffret de douilles" is English.
  ///
  /// Names of one word are too often words as well. Without any sign beside the names the whole tells.
  package func tongueBesideNames(of utterance: Utterance) -> Tongue {
    // Signs of one tongue only: none of them can be taken for the other's.
    guard LanguageDetector.detect(utterance.tokens).confidence < 1 else { return utterance.tongue }
    let folded = utterance.tokens.map(\.folded)
    let names = catalog.index.matches(in: folded, options: MatchOptions(maxEdits: 0))
      .filter { $0.tokens.count > 1 && $0.quality <= .allTokens }
    guard !names.isEmpty else { return utterance.tongue }
    let rest = utterance.tokens.enumerated().filter { index, _ in
      !names.contains { $0.tokens.contains(index) }
    }
    let (tongue, confidence) = LanguageDetector.detect(rest.map(\.element))
    return confidence > 0.1 ? tongue : utterance.tongue
  }

  /// Every mention of a name of the data or of the corpus's closed lists, in order of place; readings not chosen included.
  package func mentions(in utterance: Utterance) -> [MentionedName] {
    let finder = SpanFinder(lexicon: lexicon, catalog: catalog, utterance: utterance)
    return finder.spans().joined().compactMap { span in
      guard let value = span.value else { return nil }
      return MentionedName(
        text: utterance.written(span.tokens),
        tokens: span.tokens,
        dimension: value.dimension,
        names: value.names,
        quality: value.quality
      )
    }
  }
}
