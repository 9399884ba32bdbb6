/// Writes numbers and texts as bytes: numbers in LEB128 (7 bits a byte, low first).
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// A number that is not negative.
  mutating func add(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Bytes as they are.
  mutating func add(_ raw: some Sequence<UInt8>) {
    bytes.append(contentsOf: raw)
  }

  /// Eight bytes, low first.
  mutating func addFixed(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }
}

/// Reads what `ByteWriter` wrote; every read is checked against the end.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Bytes not read yet.
  var remaining: Int { bytes.endIndex - index }

  /// A LEB128 number.
  mutating func number() throws(CompiledCorpusError) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while index < bytes.endIndex, shift < 63 {
      let byte = bytes[index]
      index += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    throw .damaged
  }

  /// A number of things of at least one byte each, so never more than what remains.
  mutating func count() throws(CompiledCorpusError) -> Int {
    let count = try number()
    guard count <= remaining else { throw .damaged }
    return count
  }

  /// The next bytes.
  mutating func take(_ count: Int) throws(CompiledCorpusError) -> ArraySlice<UInt8> {
    guard count <= remaining else { throw .damaged }
    defer { index += count }
    return bytes[index..<(index + count)]
  }

  /// A number of eight bytes.
  mutating func fixed() throws(CompiledCorpusError) -> UInt64 {
    try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Why a compiled corpus cannot be used.
package enum CompiledCorpusError: Error, Hashable, Sendable {
  /// Not a compiled corpus, or one of another version.
  case foreign
  /// Cut short or altered.
  case damaged
}
