/// Writes counted arrays of 32-bit numbers, low byte first, and texts.
struct NumberWriter {
  private(set) var bytes: [UInt8] = []

  /// The magic word of a form, and the hash of the corpus it was made from.
  init(magic: UInt32, key: UInt64) {
    add(magic)
    add([UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)])
  }

  /// One number.
  mutating func add(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// A count, then as many numbers.
  mutating func add(_ numbers: [UInt32]) {
    add(UInt32(numbers.count))
    numbers.withUnsafeBytes { bytes += $0 }
  }

  /// Where the texts begin, then their bytes, filled up to a whole number.
  mutating func add(_ texts: PackedTexts) {
    add(texts.starts)
    bytes += texts.pool + [UInt8](repeating: 0, count: (4 - texts.pool.count % 4) % 4)
  }
}

/// Reads what `NumberWriter` wrote, checking every bound.
struct NumberReader {
  private let bytes: [UInt8]
  private var position = 0

  /// A reader behind the head; nil when magic word or key are others.
  init?(bytes: [UInt8], magic: UInt32, key: UInt64) {
    self.bytes = bytes
    guard number() == magic, let stamp = numbers(), stamp.count == 2,
      UInt64(stamp[0]) | UInt64(stamp[1]) << 32 == key
    else { return nil }
  }

  /// Whether all was read.
  var isAtEnd: Bool { position == bytes.count }

  /// One number.
  mutating func number() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    defer { position += 4 }
    return bytes.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt32.self))
    }
  }

  /// A counted array.
  mutating func numbers() -> [UInt32]? {
    guard let count = number().map(Int.init), position + 4 * count <= bytes.count else {
      return nil
    }
    defer { position += 4 * count }
    return [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[position..<(position + 4 * count)])
        )
      }
      filled = count
    }
  }

  /// Packed texts.
  mutating func texts() -> PackedTexts? {
    guard let starts = numbers(), let size = starts.last.map(Int.init),
      position + (size + 3) / 4 * 4 <= bytes.count
    else { return nil }
    defer { position += (size + 3) / 4 * 4 }
    return PackedTexts(starts: starts, pool: Array(bytes[position..<(position + size)]))
  }
}
