/// The envelope of both vector files: a header of 32 bytes, then the content, little-endian.
///
/// | offset | bytes | content |
/// |---|---|---|
/// | 0 | 4 | kind, ASCII |
/// | 4 | 4 | version |
/// | 8 | 4 | dimensions |
/// | 12 | 4 | count of vectors |
/// | 16 | 8 | tag, which the kind gives a meaning |
/// | 24 | 8 | checksum of everything else |
struct BinaryFrame {
  static let version: UInt32 = 1
  static let headerSize = 32

  /// What a file holds.
  enum Kind: UInt32 {
    /// "OFEM": rows of an embedder; the tag is its seed.
    case embedder = 0x4D45_464F
    /// "OFPT": examples of an index; the tag is the fingerprint of its embedder.
    case prototypes = 0x5450_464F
  }

  let count: Int
  let tag: UInt64
  /// Reads the content, after the header.
  var content: BinaryReader

  /// Wraps content: the whole file.
  static func seal(_ kind: Kind, count: Int, tag: UInt64, content: [UInt8]) -> [UInt8] {
    var file = BinaryWriter(capacity: headerSize + content.count)
    file.append([kind.rawValue, version, UInt32(Embedding.dimensions), UInt32(count)])
    file.append([tag])
    let sum = checksum(header: file.bytes, content: content[...])
    file.append([sum])
    file.append(content)
    return file.bytes
  }

  /// Checks the envelope of a file.
  init(_ bytes: [UInt8], kind: Kind) throws(VectorIndexError) {
    var reader = BinaryReader(bytes)
    let numbers = try reader.read(4, of: UInt32.self)
    let words = try reader.read(2, of: UInt64.self)
    guard numbers[0] == kind.rawValue else { throw .wrongKind }
    guard numbers[1] == Self.version else { throw .unsupportedVersion(numbers[1]) }
    guard numbers[2] == UInt32(Embedding.dimensions) else {
      throw .unsupportedDimensions(numbers[2])
    }
    let sum = Self.checksum(
      header: Array(bytes.prefix(Self.headerSize - 8)),
      content: bytes[Self.headerSize...]
    )
    guard sum == words[1] else { throw .badChecksum }
    count = Int(numbers[3])
    tag = words[0]
    content = reader
  }

  private static func checksum(header: [UInt8], content: ArraySlice<UInt8>) -> UInt64 {
    let first = header.withUnsafeBytes { Checksum.of($0) }
    return content.withUnsafeBytes { Checksum.of($0, seed: first) }
  }
}
