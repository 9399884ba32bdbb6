import SemanticModel
import Values

/// The compiled form: the files' nodes in two blocks, so that a start parses no YAML and reads no words.
///
/// Layout: 8 bytes of magic with the version · 8 bytes hash of the corpus · 8 bytes checksum of the rest ·
/// 8 bytes length of the first block · first block · second block.
/// The first block is all that the model is built from: texts (count, then byte length of each, then the bytes
/// of all) · formulas (count, then source and tree of each) · files without their words (count, then path and
/// root of each). The second is the files whole, in the same way but without formulas.
/// A node is a head (count × 4 + shape; for a scalar the text's index), line, column, and its children;
/// a child of a mapping is preceded by its key's text, line and column. Numbers are LEB128.
extension Corpus {
  private static let magic = Array("OPTICRP2".utf8)
  private static let headerSize = 24

  /// The compiled form of this corpus.
  package var compiled: [UInt8] {
    var model = CorpusWriter()
    model.add(formulas)
    model.add(documents.compactMap(\.withoutWords))
    var whole = CorpusWriter()
    whole.add(documents)
    let first = model.body
    var body = ByteWriter()
    body.addFixed(UInt64(first.count))
    body.add(first)
    body.add(whole.body)
    var checksum = Fingerprint()
    checksum.add(block: body.bytes)
    var output = ByteWriter()
    output.add(Self.magic)
    output.addFixed(hash)
    output.addFixed(checksum.value)
    output.add(body.bytes)
    return output.bytes
  }

  /// The corpus of a compiled form; its words are read when they are asked for.
  package init(compiled: [UInt8]) throws(CompiledCorpusError) {
    guard let hash = Self.hash(ofCompiled: compiled) else { throw .foreign }
    var stored = ByteReader(compiled[16..<Self.headerSize])
    var checksum = Fingerprint()
    checksum.add(block: compiled, from: Self.headerSize)
    guard try stored.fixed() == checksum.value else { throw .damaged }
    var body = ByteReader(compiled[Self.headerSize...])
    let length = Int(clamping: try body.fixed())
    var reader = try CorpusBodyReader(try body.take(length))
    let rest = try body.take(body.remaining)
    var builder = CorpusBuilder(formulas: try reader.formulas())
    for document in try reader.documents() { builder.add(document) }
    guard builder.problems.isEmpty else { throw .damaged }
    let formulas = builder.formulas
    self.init(
      model: builder.model,
      formulas: formulas,
      // The checksum was right: a block that is damaged all the same was forged, and has no words.
      words: Deferred { (try? CorpusWords(compiled: rest, formulas: formulas)) ?? CorpusWords() },
      hash: hash
    )
  }

  /// The hash of the corpus a compiled form was made from; nil when it is no compiled form of this version.
  static func hash(ofCompiled bytes: [UInt8]) -> UInt64? {
    guard bytes.count >= headerSize, bytes.starts(with: magic) else { return nil }
    var reader = ByteReader(bytes[8..<16])
    return try? reader.fixed()
  }
}

extension CorpusWords {
  /// The words of the second block of a compiled form.
  init(
    compiled block: ArraySlice<UInt8>,
    formulas: [String: Expression]
  ) throws(CompiledCorpusError) {
    var reader = try CorpusBodyReader(block)
    let documents = try reader.documents()
    var builder = CorpusBuilder(formulas: formulas)
    for document in documents { builder.add(document) }
    guard builder.problems.isEmpty else { throw .damaged }
    self.init(builder, documents: documents)
  }
}

extension SourceDocument {
  /// The keys that add words and nothing to the model.
  private static let words: Set<String> = [
    "synonyms", "weak", "verbs", "top", "bottom", "questions", "confusable",
  ]

  /// What the model is built from; nil for a vocabulary, which is nothing but words.
  fileprivate var withoutWords: SourceDocument? {
    guard case .mapping(let entries) = root.content else { return self }
    if root["kind"]?.text == ObjectKind.vocabulary.rawValue { return nil }
    let kept = entries.filter { !Self.words.contains($0.key) }
    return SourceDocument(path: path, root: YAMLNode(.mapping(kept), at: root.position))
  }
}
