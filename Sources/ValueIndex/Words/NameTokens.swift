import Values

/// The folded words of one name: runs of letters and digits, reused from name to name.
///
/// "CA-2018-161046" → "ca", "2018", "161046"; "Post-it® l'Été" → "post", "it", "l", "ete".
struct NameTokens {
  /// Longest run of words kept of a name; what follows is not searched.
  static let limit = 64

  /// Folded bytes of the name last split.
  private(set) var bytes: [UInt8] = []
  /// Where each word begins and ends in `bytes`.
  private(set) var words: [Range<Int>] = []

  /// Splits a name, forgetting the one before.
  mutating func split(_ name: String) {
    bytes.removeAll(keepingCapacity: true)
    var name = name
    let isASCII = name.withUTF8 { text in
      for byte in text {
        guard byte < 0x80 else { return false }
        bytes.append(byte &- 0x41 < 26 ? byte &+ 0x20 : byte)
      }
      return true
    }
    if !isASCII {
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: Fold.fold(name).utf8)
    }
    splitFolded()
  }

  /// Splits a text that is already folded, such as a question token.
  mutating func split(folded text: String) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: text.utf8)
    splitFolded()
  }

  private mutating func splitFolded() {
    words.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { text in
      var index = 0
      var start = -1
      while index < text.count {
        let length = Self.wordScalarLength(text, at: index)
        if length > 0 {
          if start < 0 { start = index }
          index += length
        } else {
          if start >= 0 { words.append(start..<index) }
          start = -1
          index += Self.scalarLength(text[index])
        }
      }
      if start >= 0 { words.append(start..<text.count) }
    }
    if words.count > Self.limit { words.removeLast(words.count - Self.limit) }
  }

  /// UTF-8 length of the letter or digit at an index; 0 for anything else.
  private static func wordScalarLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte &- 0x61 < 26 || byte &- 0x30 < 10 ? 1 : 0 }
    let length = min(scalarLength(byte), text.count - index)
    var scalar = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
    switch scalar {
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE0F,
      0x1F000...0x1FAFF:
      // ® ° ½ × ÷, punctuation, currency signs, ™, arrows, dingbats, emoji.
      return 0
    default: return length
    }
  }

  private static func scalarLength(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
