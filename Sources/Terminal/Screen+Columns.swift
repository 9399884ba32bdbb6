extension Screen {
  /// Columns that a text takes on one line, colour codes taking none.
  package static func columns(of text: some StringProtocol) -> Int {
    var escape = EscapeSequence.none
    return text.unicodeScalars.reduce(0) { sum, scalar in
      escape.advance(by: scalar) ? sum : sum + columns(of: scalar)
    }
  }

  /// Columns of one scalar, as wcwidth(3) has them, except that control characters take none.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return 1 }
    switch scalar.properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark: return 0
    // The soft hyphen is the one format character that terminals show.
    case .format: return scalar.value == 0xAD ? 1 : 0
    default: break
    }
    // Vowels and finals of Hangul join the syllable before them.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
  }

  /// East Asian Wide and Fullwidth blocks (UAX #11); emoji come from the scalar's own properties.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1B000...0x1B2FF,
    0x1F300...0x1F320, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
