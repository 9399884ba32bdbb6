import Corpus
import Interpretation
import Interpretation
import Values
import VectorIndex

/// Whether index/ belongs to a corpus.
enum IndexState: Hashable {
  case current
  /// A file that is not there or cannot be read.
  case missing(String)
  /// A file whose content is not what was written.
  case damaged(String)
  /// Built from another state of the corpus.
  case otherCorpus
  /// Built by another version of the builder.
  case otherBuilder

  /// Compares the files with the corpus.
  init(home: Home, corpus hash: UInt64) {
    var contents: [[UInt8]] = []
    for path in [
      home.manifest, home.compiledCorpus, home.lexicon, home.embedder, home.prototypes,
      home.translations,
    ] {
      guard let bytes = try? VectorFile.read(path) else {
        self = .missing(path)
        return
      }
      contents.append(bytes)
    }
    guard let json = try? JSONReader.read(String(decoding: contents[0], as: UTF8.self)),
      let manifest = IndexManifest(json)
    else {
      self = .damaged(home.manifest)
      return
    }
    self = Self.state(manifest, contents, home, hash)
  }

  private static func state(
    _ manifest: IndexManifest,
    _ contents: [[UInt8]],
    _ home: Home,
    _ hash: UInt64
  ) -> IndexState {
    if manifest.builder != IndexManifest.currentBuilder { return .otherBuilder }
    if manifest.corpus != hash { return .otherCorpus }
    guard let corpus = try? Corpus(compiled: contents[1]) else {
      return .damaged(home.compiledCorpus)
    }
    if corpus.hash != hash { return .otherCorpus }
    guard Lexicon(bytes: contents[2], key: hash) != nil else { return .damaged(home.lexicon) }
    guard TranslationTable(bytes: contents[5], key: hash) != nil else {
      return .damaged(home.translations)
    }
    guard let embedder = try? Embedder(bytes: contents[3]),
      embedder.fingerprint == manifest.embedder
    else { return .damaged(home.embedder) }
    guard let index = try? VectorIndex(bytes: contents[4]),
      index.embedderFingerprint == manifest.embedder, index.count == manifest.prototypes
    else { return .damaged(home.prototypes) }
    return .current
  }

  /// The state in one sentence.
  func text(in tongue: Tongue) -> String {
    switch self {
    case .current:
      tongue.pick("L'index correspond au corpus.", "The index belongs to this corpus.")
    case .missing(let path):
      tongue.pick(
        "L'index n'est pas complet : \(path) manque.",
        "The index is incomplete: \(path) is missing."
      )
    case .damaged(let path):
      tongue.pick("L'index est abîmé : \(path).", "The index is damaged: \(path).")
    case .otherCorpus:
      tongue.pick(
        "L'index est périmé : le corpus a changé depuis.",
        "The index is stale: the corpus has changed since."
      )
    case .otherBuilder:
      tongue.pick(
        "L'index est périmé : il vient d'une autre version d'Optiflow.",
        "The index is stale: another version of Optiflow made it."
      )
    }
  }
}
