import Language
package import SemanticModel
package import ValueIndex
import Values

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
