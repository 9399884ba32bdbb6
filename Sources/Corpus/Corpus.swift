package import SemanticModel
package import Values

/// What a corpus file describes; the raw value is what `kind` says.
package enum ObjectKind: String, CaseIterable, Hashable, Sendable {
  case dataset, dimension, metric, segment, analysis, quality, vocabulary
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
  /// Hash of the paths and bytes of the files, in order of path.
  package let hash: UInt64
  /// The parsed formulas by source, kept to write the compiled form.
  let formulas: [String: Expression]
  private let words: Deferred<CorpusWords>

  /// A corpus whose words are there, or come when they are asked for.
  init(
    model: SemanticModel,
    formulas: [String: Expression],
    words: Deferred<CorpusWords>,
    hash: UInt64
  ) {
    self.model = model
    self.formulas = formulas
    self.words = words
    self.hash = hash
  }
}

extension Corpus {
  /// The phrases, in order of file and place.
  package var entries: [LexicalEntry] { words.content.entries }
  /// Words of both languages that find the same values.
  package var translations: [Translation] { words.content.translations }
  /// Questions worth asking at the beginning of a conversation, the most telling first.
  package var openers: [LocalizedText] { words.content.openers }
  /// Example questions, in order of file and place.
  package var examples: [Example] { words.content.examples }
  /// Name → the names it is mistaken for.
  package var confusable: [String: [String]] { words.content.confusable }
  /// The parsed files, kept to write the compiled form.
  var documents: [SourceDocument] { words.content.documents }
}

/// The words of a corpus: most starts have them in index/ in another form and never ask for these.
struct CorpusWords: Sendable {
  var entries: [LexicalEntry] = []
  var translations: [Corpus.Translation] = []
  var openers: [LocalizedText] = []
  var examples: [Corpus.Example] = []
  var confusable: [String: [String]] = [:]
  var documents: [SourceDocument] = []

  /// No words.
  init() {}

  /// The words found in files.
  init(_ builder: CorpusBuilder, documents: [SourceDocument]) {
    entries = builder.entries + builder.lightForms
    translations = builder.translations
    openers = builder.openers
    examples = builder.examples
    confusable = builder.confusable
    self.documents = documents
  }
}
