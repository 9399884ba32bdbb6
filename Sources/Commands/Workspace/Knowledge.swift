import Assistant
import Corpus
import Diagnostics
import Interpretation
import SemanticModel
import VectorIndex

/// What is known without a database: the corpus, its lexicon, the trained index.
struct Knowledge: Sendable {
  let home: Home
  let corpus: Corpus
  let lexicon: Lexicon
  /// Nil when index/ is missing or does not belong to this corpus: everything else goes on.
  let intuition: Intuition?

  /// Loads everything from a home folder.
  static func load(_ home: Home) throws(Failure) -> Knowledge {
    let corpus = try CorpusReader.load(
      folder: home.corpus, compiled: home.compiledCorpus, markers: Marker.names)
    return Knowledge(
      home: home, corpus: corpus, lexicon: Lexicon(corpus.entries.filter { !$0.isValue }),
      intuition: intuition(home))
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
