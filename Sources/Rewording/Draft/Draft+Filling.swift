import Values

extension Draft {
  /// A reply that may stand, with what belongs into its places; typography and elision are those of the language.
  package func filled(_ reply: String) -> String {
    var text = ""
    var rest = Substring(reply)
    var isStart = true
    while let first = rest.first {
      if let (name, end) = Piece.placeholder(at: rest), let slot = self[name] {
        let content = isStart ? Self.capitalised(slot.leading ?? slot.text) : slot.text
        text = tongue == .french ? Self.elided(text, before: content) : text
        text += content
        isStart = false
        rest = rest[end...]
        continue
      }
      text.append(isStart && first.isLetter ? Character(first.uppercased()) : first)
      if first == "." { isStart = true } else if !first.isWhitespace { isStart = false }
      rest.removeFirst()
    }
    let tidy = tongue == .french ? Self.spaced(text) : text
    return tidy.last == "." || tidy.isEmpty ? tidy : tidy + "."
  }

  /// « de » and « d' » by what follows: a slot's content is not known to the model.
  private static func elided(_ text: String, before content: String) -> String {
    guard let first = Fold.fold(content.prefix(1)).first, first.isLetter || first.isNumber else {
      return text
    }
    let isVowel = "aeiou".contains(first)
    for (full, elided) in [(" de ", " d'"), ("De ", "D'")] {
      if isVowel, text.hasSuffix(full) { return text.dropLast(full.count) + elided }
      if !isVowel, text.hasSuffix(elided) { return text.dropLast(elided.count) + full }
    }
    return text
  }

  /// French puts a space that does not break before a colon and a semicolon, and writes the plain apostrophe here.
  private static func spaced(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == ":" || character == ";" {
        while let last = result.last, last.isWhitespace { result.removeLast() }
        result.append("\u{202F}")
      }
      result.append(character == "’" ? "'" : character)
    }
    return result
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
