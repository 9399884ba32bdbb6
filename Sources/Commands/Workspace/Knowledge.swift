import Assistant
import Corpus
import Diagnostics
import Interpretation
import SemanticModel
import Values
import VectorIndex

/// What is known without a database: the corpus, its lexicon, the trained index.
struct Knowledge: Sendable {
  let home: Home
  let corpus: Corpus
  let lexicon: Lexicon
  let translations: TranslationTable
  /// Nil when index/ is missing or does not belong to this corpus: everything else goes on.
  ///
  /// Deferred, because only refusals and `index search` ask for it.
  let intuition: Deferred<Intuition?>

  /// Loads everything from a home folder.
  static func load(_ home: Home) throws(Failure) -> Knowledge {
    let corpus = try CorpusReader.load(
      folder: home.corpus,
      compiled: home.compiledCorpus,
      markers: Marker.names
    )
    return Knowledge(
      home: home,
      corpus: corpus,
      lexicon: storedLexicon(home, corpus) ?? lexicon(of: corpus),
      translations: storedTranslations(home, corpus) ?? translations(of: corpus),
      intuition: Deferred { intuition(home) }
    )
  }

  /// The phrases of a corpus, without those of values, which are bound to each database.
  static func lexicon(of corpus: Corpus) -> Lexicon {
    Lexicon(corpus.entries.filter { !$0.isValue })
  }

  /// The plain words of a corpus in both languages.
  static func translations(of corpus: Corpus) -> TranslationTable {
    TranslationTable(corpus.translations.map { (french: $0.french, english: $0.english) })
  }

  private static func storedLexicon(_ home: Home, _ corpus: Corpus) -> Lexicon? {
    guard let bytes = try? VectorFile.read(home.lexicon) else { return nil }
    return Lexicon(bytes: bytes, key: corpus.hash)
  }

  private static func storedTranslations(_ home: Home, _ corpus: Corpus) -> TranslationTable? {
    guard let bytes = try? VectorFile.read(home.translations) else { return nil }
    return TranslationTable(bytes: bytes, key: corpus.hash)
  }

  private static func intuition(_ home: Home) -> Intuition? {
    guard let embedder = try? Embedder(bytes: VectorFile.read(home.embedder)),
      let index = try? VectorIndex(bytes: VectorFile.read(home.prototypes)),
      index.embedderFingerprint == embedder.fingerprint
    else { return nil }
    return Intuition(embedder: embedder, index: index)
  }
}

extension LexicalEntry {
  /// Whether the phrase names a value: those are bound to each database.
  var isValue: Bool {
    if case .value = meaning { true } else { false }
  }
}
