import SemanticModel
import Values

/// The stored form: a magic word, the key it was built for, then counted arrays of 32-bit numbers and texts.
extension PhraseTrie {
  private static let magic: UInt32 = 0x3258_4C4F  // "OLX2"

  /// The bytes of the trie, stamped with the hash of the corpus it was built from.
  func bytes(key: UInt64) -> [UInt8] {
    var writer = NumberWriter(magic: Self.magic, key: key)
    writer.add(words)
    for array in [edgeStart, edgeWord, edgeTarget, senseStart, senseNumber] { writer.add(array) }
    let parts = senses.map(\.parts)
    writer.add(PackedTexts(parts.map(\.name)))
    writer.add(PackedTexts(parts.map(\.other)))
    writer.add(
      zip(senses, parts).map { sense, part in
        let tongues: UInt32 =
          (sense.tongues.contains(.french) ? 1 : 0) | (sense.tongues.contains(.english) ? 2 : 0)
        return UInt32(part.kind) | UInt32(sense.role.rawValue) << 8 | tongues << 16
      }
    )
    return writer.bytes
  }

  /// The trie of a stored form; nil when it is damaged or was built for another corpus.
  init?(bytes: [UInt8], key: UInt64) {
    guard var reader = NumberReader(bytes: bytes, magic: Self.magic, key: key),
      let words = reader.texts(), let edgeStart = reader.numbers(),
      let edgeWord = reader.numbers(), let edgeTarget = reader.numbers(),
      let senseStart = reader.numbers(), let senseNumber = reader.numbers(),
      let names = reader.texts(), let others = reader.texts(), let codes = reader.numbers(),
      reader.isAtEnd
    else { return nil }
    guard names.count == codes.count, others.count == codes.count,
      edgeWord.count == edgeTarget.count, edgeStart.count > 1,
      edgeStart.count == senseStart.count, edgeStart.areOffsets(into: edgeWord.count),
      senseStart.areOffsets(into: senseNumber.count),
      edgeTarget.allSatisfy({ $0 < edgeStart.count - 1 }),
      senseNumber.allSatisfy({ $0 < codes.count })
    else { return nil }
    var senses: [Sense] = []
    senses.reserveCapacity(codes.count)
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
}
