import Corpus
import Diagnostics
import Glibc
import Interpretation
import Values
import VectorIndex

/// The content of index/: all that is built from a corpus, and what it was built from.
struct IndexFiles {
  let corpus: [UInt8]
  let lexicon: [UInt8]
  let translations: [UInt8]
  let embedder: [UInt8]
  let prototypes: [UInt8]
  let manifest: IndexManifest

  /// Compiles a corpus and trains its embedder; the same corpus always gives the same bytes.
  ///
  /// - Parameters:
  ///   - corpus: the corpus.
  ///   - progress: told the share of the training done, 0…1.
  init(_ corpus: Corpus, progress: (Double) -> Void) {
    let texts = TrainingTexts(corpus)
    var configuration = TrainingConfiguration()
    configuration.epochs = Self.epochs
    let embedder = EmbedderTrainer.train(
      texts.examples,
      hardNegatives: texts.hardNegatives,
      configuration: configuration
    ) { progress(Double($0.epoch) / Double($0.epochs)) }
    let index = VectorIndex(texts: texts.prototypes, embedder: embedder)
    self.corpus = corpus.compiled
    lexicon = Knowledge.lexicon(of: corpus).bytes(key: corpus.hash)
    translations = Knowledge.translations(of: corpus).bytes(key: corpus.hash)
    self.embedder = embedder.bytes
    prototypes = index.bytes
    manifest = IndexManifest(
      corpus: corpus.hash,
      builder: IndexManifest.currentBuilder,
      dimensions: Embedding.dimensions,
      labels: index.labels.count,
      prototypes: index.count,
      examples: texts.examples.count,
      embedder: embedder.fingerprint
    )
  }

  /// Times every example is learned from.
  ///
  /// With a tenth of the phrases held out, the nearest label is theirs for 35 % untrained, 68 % after 4,
  /// 69 % after 8 and 70 % after 16 epochs.
  private static let epochs = 16

  /// Writes the files, the manifest last: without it the others count as absent.
  func write(to home: Home) throws(Failure) {
    mkdir(home.index, 0o755)
    for (path, bytes) in [
      (home.compiledCorpus, corpus), (home.lexicon, lexicon),
      (home.translations, translations), (home.embedder, embedder), (home.prototypes, prototypes),
      (home.manifest, Array((manifest.json.rendered + "\n").utf8)),
    ] {
      do throws(VectorIndexError) {
        try VectorFile.write(bytes, to: path)
      } catch {
        throw Self.unwritable(path, error)
      }
    }
  }

  private static func unwritable(_ path: String, _ error: VectorIndexError) -> Failure {
    var reason = ""
    if case .system(let number) = error { reason = " (\(String(cString: strerror(number))))" }
    return Failure(
      .environment,
      code: "index.not-writable",
      french: "Impossible d'écrire \(path)\(reason).",
      english: "Cannot write \(path)\(reason).",
      frenchHint: "Vérifiez le droit d'écrire dans ce dossier, ou désignez-en un autre par --home.",
      englishHint: "Check that you may write to that folder, or name another with --home."
    )
  }
}
