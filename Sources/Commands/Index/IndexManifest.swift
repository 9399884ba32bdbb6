import Values

/// What an index was built from and by, kept beside it.
struct IndexManifest: Hashable {
  /// Raised whenever the same corpus would give other files.
  static let currentBuilder = 2

  /// Hash of the corpus.
  let corpus: UInt64
  /// Version of the builder.
  let builder: Int
  /// Numbers in a vector.
  let dimensions: Int
  let labels: Int
  let prototypes: Int
  /// Texts learned from.
  let examples: Int
  /// Fingerprint of the embedder.
  let embedder: UInt64

  /// The manifest's file; hashes in hexadecimal, as JSON's numbers are too small for them.
  var json: JSON {
    .object([
      ("corpus", .string(String(corpus, radix: 16))),
      ("builder", .integer(Int64(builder))),
      ("dimensions", .integer(Int64(dimensions))),
      ("labels", .integer(Int64(labels))),
      ("prototypes", .integer(Int64(prototypes))),
      ("examples", .integer(Int64(examples))),
      ("embedder", .string(String(embedder, radix: 16))),
    ])
  }

  /// Reads a manifest; nil when a member is missing.
  init?(_ json: JSON) {
    guard let corpus = json["corpus"]?.text.flatMap({ UInt64($0, radix: 16) }),
      let embedder = json["embedder"]?.text.flatMap({ UInt64($0, radix: 16) }),
      let builder = json["builder"]?.integer, let dimensions = json["dimensions"]?.integer,
      let labels = json["labels"]?.integer, let prototypes = json["prototypes"]?.integer,
      let examples = json["examples"]?.integer
    else { return nil }
    self.init(
      corpus: corpus,
      builder: builder,
      dimensions: dimensions,
      labels: labels,
      prototypes: prototypes,
      examples: examples,
      embedder: embedder
    )
  }

  init(
    corpus: UInt64,
    builder: Int,
    dimensions: Int,
    labels: Int,
    prototypes: Int,
    examples: Int,
    embedder: UInt64
  ) {
    self.corpus = corpus
    self.builder = builder
    self.dimensions = dimensions
    self.labels = labels
    self.prototypes = prototypes
    self.examples = examples
    self.embedder = embedder
  }
}
