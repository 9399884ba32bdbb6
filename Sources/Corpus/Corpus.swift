package import SemanticModel
package import Values

/// What a corpus file describes; the raw value is what `kind` says.
package enum ObjectKind: String, CaseIterable, Hashable, Sendable {
  case dataset, dimension, metric, segment, analysis, vocabulary
}

/// Everything the corpus folder says: the model, the words for it, and example questions.
package struct Corpus: Sendable {
  /// Plain words that mean the same in both languages.
  package struct Translation: Hashable, Sendable {
    package var french: [String]
    package var english: [String]
  }

  /// An object of the corpus by kind and name.
  package struct Reference: Hashable, Sendable {
    package var kind: ObjectKind
    package var name: String
  }

  /// A question someone could ask and what it is about.
  package struct Example: Hashable, Sendable {
    package var text: String
    package var tongue: Tongue
    package var object: Reference
  }

  /// Datasets, dimensions, metrics, segments and analyses.
  package let model: SemanticModel
  /// The phrases, in order of file and place.
  package let entries: [LexicalEntry]
  /// Words of both languages that find the same values.
  package let translations: [Translation]
  /// Example questions, in order of file and place.
  package let examples: [Example]
  /// Name → the names it is mistaken for.
  package let confusable: [String: [String]]
  /// FNV-1a over the paths and bytes of the files, in order of path.
  package let hash: UInt64
  /// The parsed files, kept to write the compiled form.
  let documents: [SourceDocument]
  /// The parsed formulas by source, kept likewise.
  let formulas: [String: Expression]

  init(_ builder: CorpusBuilder, documents: [SourceDocument], hash: UInt64) {
    model = builder.model
    entries = builder.entries
    translations = builder.translations
    examples = builder.examples
    confusable = builder.confusable
    formulas = builder.formulas
    self.documents = documents
    self.hash = hash
  }
}
