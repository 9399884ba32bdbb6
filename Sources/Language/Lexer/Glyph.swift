/// What one character means to the lexer.
enum Glyph: Sendable {
  case blank, letter, digit, apostrophe, hyphen, symbol
  /// Soft hyphens, zero-width characters: as if they were not there.
  case ignored

  /// The glyph at an offset of a UTF-8 text, and its length in bytes.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (
    glyph: Glyph, length: Int
  ) {
    let lead = bytes[index]
    guard lead >= 0x80 else { return (ascii(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard index + length <= bytes.count else { return (.ignored, bytes.count - index) }
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (unicode(scalar), length)
  }

  private static func ascii(_ byte: UInt8) -> Glyph {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0...0x20, 0x7F: .blank
    case 0x27, 0x60: .apostrophe
    case 0x2D: .hyphen
    default: .symbol
    }
  }

  private static func unicode(_ scalar: UInt32) -> Glyph {
    switch scalar {
    case 0x80...0x9F, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .blank
    case 0xAD, 0x200B...0x200F, 0xFEFF: .ignored
    case 0xB4, 0x2018, 0x2019, 0x201B, 0x02BC: .apostrophe
    case 0x2010...0x2015, 0x2212: .hyphen
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2016...0x2BFF, 0x3001...0x303F, 0xFE00...0xFE0F: .symbol
    case 0x1F000...: .symbol
    default: .letter
    }
  }
}
