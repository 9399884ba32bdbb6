/// Text for roff: everything in it that roff would read as markup is escaped, and all of it is ASCII.
enum Roff {
  /// Words to be typed or printed as they stand: every dash is a minus sign, every quote the typewriter's.
  static func literal(_ text: String) -> String {
    guarded(text.unicodeScalars.map { $0 == "-" ? #"\-"# : escaped($0) }.joined())
  }

  /// A sentence: dashes are hyphens, except in words that are options.
  static func prose(_ text: String) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      isOption(word) ? literal(String(word)) : word.unicodeScalars.map(escaped).joined()
    }
    return guarded(words.joined(separator: " "))
  }

  /// Bold text to be typed as it stands.
  static func bold(_ text: String) -> String { #"\fB"# + literal(text) + #"\fR"# }

  /// A name that stands for something.
  static func italic(_ text: String) -> String { #"\fI"# + literal(text) + #"\fR"# }

  /// Whether a word starts with a dash, behind quotes and parentheses.
  private static func isOption(_ word: Substring) -> Bool {
    word.drop { "\"(".contains($0) }.first == "-"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": #"\(rs"#
    case "'": #"\(aq"#
    case "`": #"\(ga"#
    case "^": #"\(ha"#
    case "~": #"\(ti"#
    case "…": "..."
    case _ where scalar.isASCII: String(scalar)
    default: #"\[u"# + padded(String(scalar.value, radix: 16, uppercase: true)) + "]"
    }
  }

  /// At least four digits, as roff wants them.
  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// A line that does not begin like a request.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") ? #"\&"# + line : line
  }
}
