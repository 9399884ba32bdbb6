/// The compiled form: the files' nodes in one block, so that a start parses no YAML.
///
/// Layout: 8 bytes of magic with the version · 8 bytes hash of the corpus · 8 bytes FNV-1a of the body · body.
/// Body: texts (count, then byte length of each, then the bytes of all) · formulas (count, then source and
/// tree of each) · files (count, then path and root of each).
/// A node is a head (count × 4 + shape; for a scalar the text's index), line, column, and its children;
/// a child of a mapping is preceded by its key's text, line and column. Numbers are LEB128.
extension Corpus {
  private static let magic = Array("OPTICRP1".utf8)
  private static let headerSize = 24

  /// The compiled form of this corpus.
  package var compiled: [UInt8] {
    var writer = CorpusWriter()
    writer.add(formulas)
    writer.add(documents)
    let body = writer.body
    var checksum = Fingerprint()
    checksum.add(body)
    var output = ByteWriter()
    output.add(Self.magic)
    output.addFixed(hash)
    output.addFixed(checksum.value)
    output.add(body)
    return output.bytes
  }

  /// The corpus of a compiled form.
  package init(compiled: [UInt8]) throws(CompiledCorpusError) {
    guard let hash = Self.hash(ofCompiled: compiled) else { throw .foreign }
    let body = compiled[Self.headerSize...]
    var stored = ByteReader(compiled[16..<Self.headerSize])
    var checksum = Fingerprint()
    checksum.add(body)
    guard try stored.fixed() == checksum.value else { throw .damaged }
    var reader = try CorpusBodyReader(body)
    var builder = CorpusBuilder(formulas: try reader.formulas())
    let documents = try reader.documents()
    for document in documents { builder.add(document) }
    guard builder.problems.isEmpty else { throw .damaged }
    self.init(builder, documents: documents, hash: hash)
  }

  /// The hash of the corpus a compiled form was made from; nil when it is no compiled form of this version.
  static func hash(ofCompiled bytes: [UInt8]) -> UInt64? {
    guard bytes.count >= headerSize, bytes.starts(with: magic) else { return nil }
    var reader = ByteReader(bytes[8..<16])
    return try? reader.fixed()
  }
}
