/// What a text with placeholders is made of, without blanks.
package enum Piece: Hashable, Sendable {
  /// In small letters, accents kept (« élevé », « élève »); an elided article is a word of its own: « l' » → "l".
  case word(String)
  /// The name of a placeholder.
  case slot(String)
  case mark(Character)
  /// The name of a figure, its words together.
  case term([String])

  /// The pieces of a text, left to right; braces that hold no name of a slot are marks.
  package static func all(in text: String) -> [Piece] {
    var pieces: [Piece] = []
    var word = ""
    var rest = Substring(text)
    func endWord() {
      if !word.isEmpty { pieces.append(.word(word.lowercased())) }
      word = ""
    }
    while let first = rest.first {
      if let (name, end) = placeholder(at: rest) {
        endWord()
        pieces.append(.slot(name))
        rest = rest[end...]
        continue
      }
      rest.removeFirst()
      if first.isLetter {
        word.append(first)
      } else {
        endWord()
        if !first.isWhitespace { pieces.append(.mark(first)) }
      }
    }
    endWord()
    return pieces
  }

  /// "{{v1}}" at the beginning of a text, blanks inside allowed: its name, and where it ends.
  static func placeholder(at text: Substring) -> (name: String, end: Substring.Index)? {
    guard text.hasPrefix("{{"), let close = text.firstIndex(of: "}"),
      text[close...].hasPrefix("}}")
    else { return nil }
    let inner = text[text.index(text.startIndex, offsetBy: 2)..<close]
    let name = inner.drop { $0 == " " }.prefix { $0 != " " }
    let isName =
      !name.isEmpty && name.utf8.count <= 32
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      && inner.allSatisfy { $0 == " " || name.contains($0) }
    guard isName else { return nil }
    return (String(name), text.index(close, offsetBy: 2))
  }

  /// The words of a text, in small letters.
  static func words(of text: String) -> [String] {
    all(in: text).compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  /// Whether words stand in a row among pieces; apostrophes between them do not count.
  static func holds(_ words: [String], in pieces: [Piece]) -> Bool {
    let plain = pieces.filter { !$0.isApostrophe }
    guard plain.count >= words.count else { return false }
    return (0...(plain.count - words.count)).contains { start in
      words.indices.allSatisfy { plain[start + $0] == .word(words[$0]) }
    }
  }

  var isTerm: Bool { if case .term = self { true } else { false } }

  var isApostrophe: Bool {
    if case .mark(let mark) = self { mark == "'" || mark == "’" } else { false }
  }
}
