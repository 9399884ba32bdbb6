import Values

/// How a key is kept in the index: a tag and 64 bits.
enum KeyCode: UInt8 {
  /// No bits, the two's complement, the IEEE pattern.
  case null, integer, real
  /// Bits: start in the key pool (upper 32) and length (lower 32).
  case text
  /// The name itself, so nothing else is kept.
  case name
}

extension KeyCode {
  /// Encodes a key, adding its text to the pool unless it is the name.
  static func encode(
    _ key: Value,
    name: String,
    pool: inout [UInt8]
  ) -> (tag: KeyCode, bits: UInt64) {
    switch key {
    case .null: return (.null, 0)
    case .integer(let value): return (.integer, UInt64(bitPattern: value))
    case .real(let value): return (.real, value.bitPattern)
    // Bytes, not characters: "é" composed and decomposed are equal strings but not the same key.
    case .text(let text) where text.utf8.elementsEqual(name.utf8): return (.name, 0)
    case .text(let text):
      let start = pool.count
      pool.append(contentsOf: text.utf8)
      return (.text, UInt64(start) << 32 | UInt64(pool.count - start))
    }
  }
}

extension IndexColumns {
  /// The key of an entry.
  func key(ofEntry entry: UInt32) -> Value {
    let bits = keyBits[Int(entry)]
    switch KeyCode(rawValue: keyTags[Int(entry)]) {
    case .integer: return .integer(Int64(bitPattern: bits))
    case .real: return .real(Double(bitPattern: bits))
    case .name: return .text(name(ofEntry: entry))
    case .text:
      let start = Int(bits >> 32)
      let end = min(start + Int(bits & 0xFFFF_FFFF), keyPool.count)
      return .text(String(decoding: keyPool[min(start, end)..<end], as: UTF8.self))
    case .null, nil: return .null
    }
  }
}
