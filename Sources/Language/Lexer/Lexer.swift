import Values

/// Cuts a question into tokens, in one pass over its UTF-8.
///
/// French elisions end a token ("l'", "jusqu'"), "aujourd'hui" and contractions ("don't") are one,
/// the English "'s" is one of its own. A hyphen between two letters only separates them.
package enum Lexer {
  /// Tokens beyond this many are not read, so that work stays bounded whatever is pasted in.
  package static let limit = 400

  /// The first `limit` tokens of a text.
  package static func tokens(of text: String) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = Scanner(bytes: bytes)
      scanner.run()
      return scanner.tokens.isEmpty ? [] : Apostrophe.restored(in: scanner.tokens)
    }
  }

  /// The folded tokens of a phrase of a closed list: most are plain words with a blank between, and need no lexer.
  static func folded(_ phrase: some StringProtocol) -> [String] {
    let isPlain = phrase.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x20 }
    guard isPlain else { return tokens(of: String(phrase)).map(\.folded) }
    return phrase.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The state of one pass.
private struct Scanner {
  /// The UTF-8 of the text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// What was cut so far.
  var tokens: [Token] = []
  private var index = 0
  private var spaceBefore = true
  private var previous = Glyph.blank

  /// A pass that has not begun.
  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(min(Lexer.limit, bytes.count / 4 + 4))
  }

  /// Cuts the whole text, or its first `Lexer.limit` tokens.
  mutating func run() {
    while index < bytes.count, tokens.count < Lexer.limit {
      let (glyph, length) = Glyph.read(bytes, at: index)
      switch glyph {
      case .blank:
        spaceBefore = true
        index += length
      case .ignored:
        index += length
        continue
      case .letter:
        scanWord()
        continue
      case .digit:
        scanDigits()
        continue
      case .apostrophe where startsGenitive(after: index + length):
        emit(.word, from: index, to: index + length + 1)
      case .hyphen where previous == .letter && isLetter(at: index + length):
        index += length
        if tokens.last?.folded == "week" {
          scanWord()
          joinWeekend()
          continue
        }
      case .hyphen where startsArrow(at: index):
        emit(.symbol, from: index, to: index + length + 1)
      case .apostrophe, .hyphen, .symbol:
        emit(.symbol, from: index, to: index + length)
      }
      previous = glyph
    }
  }

  private func glyph(at offset: Int) -> Glyph {
    offset < bytes.count ? Glyph.read(bytes, at: offset).glyph : .blank
  }

  /// "Lille -> Paris".
  private func startsArrow(at offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset] == 0x2D && bytes[offset + 1] == 0x3E
  }

  private func isLetter(at offset: Int) -> Bool {
    glyph(at: offset) == .letter
  }

  /// Whether "'s" stands here, glued to a word and not followed by a letter.
  private func startsGenitive(after offset: Int) -> Bool {
    guard previous == .letter || previous == .digit, !spaceBefore, offset < bytes.count,
      bytes[offset] | 0x20 == 0x73
    else { return false }
    let next = glyph(at: offset + 1)
    return next != .letter && next != .digit
  }

  private mutating func scanWord() {
    let start = index
    var last = Glyph.letter
    while index < bytes.count {
      let (glyph, length) = Glyph.read(bytes, at: index)
      if glyph == .apostrophe {
        if Self.elisions.contains(folded(start, index)) {
          index += length
          break
        }
        guard isLetter(at: index + length), !isGenitive(at: index + length) else { break }
        index += length
      } else if glyph == .letter || glyph == .digit || glyph == .ignored {
        index += length
        if glyph != .ignored { last = glyph }
      } else {
        break
      }
    }
    emit(.word, from: start, to: index)
    previous = last
  }

  private func isGenitive(at offset: Int) -> Bool {
    guard bytes[offset] | 0x20 == 0x73 else { return false }
    let next = glyph(at: offset + 1)
    return next != .letter && next != .digit
  }

  private mutating func scanDigits() {
    let start = index
    var kind = Token.Kind.number
    while index < bytes.count {
      let (glyph, length) = Glyph.read(bytes, at: index)
      if glyph == .letter { kind = .word }
      guard glyph == .digit || glyph == .letter else { break }
      index += length
      previous = glyph
    }
    emit(kind, from: start, to: index)
  }

  private func folded(_ start: Int, _ end: Int) -> String {
    guard end - start <= 10 else { return "" }
    return Fold.fold(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private mutating func emit(_ kind: Token.Kind, from start: Int, to end: Int) {
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    tokens.append(
      Token(
        text: text,
        folded: Fold.fold(text),
        kind: kind,
        range: start..<end,
        spaceBefore: spaceBefore
      )
    )
    spaceBefore = false
    index = end
  }

  /// What loses its vowel before another: the token ends after the apostrophe.
  private static let elisions: Set<String> = [
    "l", "d", "qu", "j", "n", "s", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "quelqu", "quoiqu",
  ]

  /// « week-end » is one word: its "end" must not begin « end of 2025 ».
  private mutating func joinWeekend() {
    guard tokens.count >= 2, tokens[tokens.count - 1].folded.hasPrefix("end") else { return }
    let second = tokens.removeLast()
    let first = tokens.removeLast()
    tokens.append(
      Token(
        text: first.text + "-" + second.text,
        folded: first.folded + second.folded,
        kind: .word,
        range: first.range.lowerBound..<second.range.upperBound,
        spaceBefore: first.spaceBefore
      )
    )
  }
}
