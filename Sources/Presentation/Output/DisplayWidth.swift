/// How many terminal columns a text takes.
///
/// Approximates Unicode's East Asian Width (UAX #11): wide scripts and emoji take two, combining marks none.
enum DisplayWidth {
  /// The width of a text.
  static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  /// The text cut to a width, its end replaced by "…" when it does not fit.
  static func truncated(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = used + width(character)
      if next > limit - 1 { break }
      result.append(character)
      used = next
    }
    return limit > 0 ? result + "…" : ""
  }

  /// The text with spaces to a width, on the left for numbers.
  static func padded(_ text: String, to width: Int, right: Bool) -> String {
    let space = space(after: text, to: width)
    return right ? space + text : text + space
  }

  /// The spaces that fill a text to a width.
  static func space(after text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - of(text)))
  }

  private static func width(_ character: Character) -> Int {
    // A grapheme is as wide as its base; what follows combines with it.
    guard let base = character.unicodeScalars.first else { return 0 }
    switch base.value {
    case 0..<0x20, 0x7F, 0x300...0x36F, 0x200B...0x200D, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
