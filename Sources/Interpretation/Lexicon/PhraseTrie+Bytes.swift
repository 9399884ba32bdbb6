import SemanticModel
import Values

/// The stored form: a magic word, the key it was built for, then counted arrays of 32-bit numbers and texts.
extension PhraseTrie {
  private static let magic: UInt32 = 0x3158_4C4F  // "OLX1"

  /// The bytes of the trie, stamped with the hash of the corpus it was built from.
  func bytes(key: UInt64) -> [UInt8] {
    var out: [UInt8] = []
    func put(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { out += $0 } }
    func put(_ values: [UInt32]) {
      put(UInt32(values.count))
      values.withUnsafeBytes { out += $0 }
    }
    func put(_ texts: [String]) {
      put(UInt32(texts.count))
      put(texts.map { UInt32($0.utf8.count) })
      let pool = texts.flatMap { Array($0.utf8) }
      put(UInt32(pool.count))
      out += pool + [UInt8](repeating: 0, count: (4 - pool.count % 4) % 4)
    }
    put(Self.magic)
    put([UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)])
    put(words)
    for array in [edgeStart, edgeWord, edgeTarget, senseStart, senseNumber] { put(array) }
    let parts = senses.map(\.parts)
    put(parts.map(\.name))
    put(parts.map(\.other))
    put(
      zip(senses, parts).map { sense, part in
        let tongues: UInt32 =
          (sense.tongues.contains(.french) ? 1 : 0) | (sense.tongues.contains(.english) ? 2 : 0)
        return UInt32(part.kind) | UInt32(sense.role.rawValue) << 8 | tongues << 16
      }
    )
    return out
  }

  /// The trie of a stored form; nil when it is damaged or was built for another corpus.
  init?(bytes: [UInt8], key: UInt64) {
    var reader = NumberReader(bytes: bytes)
    guard reader.number() == Self.magic, let stamp = reader.numbers(), stamp.count == 2,
      UInt64(stamp[0]) | UInt64(stamp[1]) << 32 == key, let words = reader.texts(),
      let edgeStart = reader.numbers(), let edgeWord = reader.numbers(),
      let edgeTarget = reader.numbers(),
      let senseStart = reader.numbers(), let senseNumber = reader.numbers(),
      let names = reader.texts(),
      let others = reader.texts(), let codes = reader.numbers(), reader.isAtEnd
    else { return nil }
    guard names.count == codes.count, others.count == codes.count,
      edgeWord.count == edgeTarget.count,
      edgeStart.count == senseStart.count, Self.areOffsets(edgeStart, into: edgeWord.count),
      Self.areOffsets(senseStart, into: senseNumber.count),
      edgeTarget.allSatisfy({ $0 < edgeStart.count - 1 }),
      senseNumber.allSatisfy({ $0 < codes.count })
    else { return nil }
    var senses: [Sense] = []
    for (index, code) in codes.enumerated() {
      guard
        let sense = Sense(
          kind: UInt8(code & 0xFF),
          name: names[index],
          other: others[index],
          role: UInt8(code >> 8 & 0xFF),
          tongues: UInt8(code >> 16 & 0xFF)
        )
      else { return nil }
      senses.append(sense)
    }
    self.init(
      words: words,
      edgeStart: edgeStart,
      edgeWord: edgeWord,
      edgeTarget: edgeTarget,
      senseStart: senseStart,
      senseNumber: senseNumber,
      senses: senses
    )
  }

  private static func areOffsets(_ offsets: [UInt32], into count: Int) -> Bool {
    offsets.count > 1 && offsets.first == 0 && offsets.last == UInt32(count)
      && zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
  }
}

/// Reads counted arrays off a byte buffer, checking every bound.
private struct NumberReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    defer { position += 4 }
    return bytes.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt32.self))
    }
  }

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

  mutating func texts() -> [String]? {
    guard let count = number().map(Int.init), let lengths = numbers(), lengths.count == count,
      let size = number().map(Int.init), position + size <= bytes.count,
      lengths.reduce(0, { $0 + Int($1) }) == size
    else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(count)
    var start = position
    for length in lengths {
      texts.append(String(decoding: bytes[start..<(start + Int(length))], as: UTF8.self))
      start += Int(length)
    }
    position += (size + 3) / 4 * 4
    return position <= bytes.count ? texts : nil
  }
}
