/// Reads a number written in digits, with the separators of either language.
struct DigitNumberReader {
  /// The tokens of the question.
  let tokens: [Token]

  /// A value, and the index of the token after it.
  struct Reading {
    var end: Int
    var value: Double
    var isOrdinal = false
  }

  /// The longest number that starts with a token of digits; nil when there is none.
  func read(at start: Int) -> Reading? {
    switch tokens[start].kind {
    case .number:
      return readSpaced(at: start) ?? readPointed(at: start)
    case .word:
      return readGlued(at: start, before: "")
    case .symbol:
      return nil
    }
  }

  /// "1 250 000", "1 250,50".
  private func readSpaced(at start: Int) -> Reading? {
    var digits = tokens[start].folded
    guard digits.utf8.count <= 3, digits.utf8.first != 0x30 else { return nil }
    var end = start + 1
    while end < tokens.count, tokens[end].kind == .number, tokens[end].spaceBefore,
      tokens[end].folded.utf8.count == 3
    {
      digits += tokens[end].folded
      end += 1
    }
    guard end > start + 1 else { return nil }
    if let decimals = decimals(at: end) {
      return Double(digits + "." + decimals).map { Reading(end: end + 2, value: $0) }
    }
    return Double(digits).map { Reading(end: end, value: $0) }
  }

  /// "1,250.50", "1.250,50", "12,5".
  private func readPointed(at start: Int) -> Reading? {
    // The rest of a chain that made no number ("15.12.16") is read one part at a time.
    if start >= 2, decimals(at: start - 1) != nil, tokens[start - 2].kind == .number {
      return Double(tokens[start].folded).map { Reading(end: start + 1, value: $0) }
    }
    var groups = [tokens[start].folded]
    var marks: [String] = []
    var end = start + 1
    while let part = decimals(at: end) {
      marks.append(tokens[end].folded)
      groups.append(part)
      end += 2
    }
    if let text = Self.join(groups, marks) {
      if let scaled = readGluedDecimal(text, at: end) { return scaled }
      return Double(text).map { Reading(end: end, value: $0) }
    }
    return Double(groups[0]).map { Reading(end: start + 1, value: $0) }
  }

  /// The digits after a "," or "." that touches both neighbours.
  private func decimals(at index: Int) -> String? {
    guard index + 1 < tokens.count, tokens[index].folded == "," || tokens[index].folded == ".",
      !tokens[index].spaceBefore, !tokens[index + 1].spaceBefore,
      tokens[index + 1].kind == .number
    else { return nil }
    return tokens[index + 1].folded
  }

  /// "1.5k" is the tokens "1", "." and "5k".
  private func readGluedDecimal(_ text: String, at end: Int) -> Reading? {
    guard !text.contains("."), end + 1 < tokens.count, !tokens[end].spaceBefore,
      tokens[end].folded == "." || tokens[end].folded == ",",
      tokens[end + 1].kind == .word, !tokens[end + 1].spaceBefore
    else { return nil }
    return readGlued(at: end + 1, before: text + ".")
  }

  /// Digits with letters behind them: "10k", "2nd", "3eme".
  private func readGlued(at index: Int, before prefix: String) -> Reading? {
    let folded = tokens[index].folded
    let digits = folded.prefix { $0.isNumber && $0.isASCII }
    guard !digits.isEmpty, let value = Double(prefix + digits) else { return nil }
    let letters = String(folded.dropFirst(digits.count))
    if prefix.isEmpty, Self.ordinalEndings.contains(letters) {
      return Reading(end: index + 1, value: value, isOrdinal: true)
    }
    // A small "m" is metres or months; millions are written with a capital.
    guard let scale = NumberWords.glued[letters], letters != "m" || folded != tokens[index].text
    else { return nil }
    return Reading(end: index + 1, value: value * scale)
  }

  /// The canonical text of groups of digits; nil when the marks make no number ("15.12.16").
  private static func join(_ groups: [String], _ marks: [String]) -> String? {
    guard let last = marks.last else { return groups[0] }
    let isThousands = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    if Set(marks).count == 1 {
      if marks.count == 1, !(isThousands && groups[0].utf8.count <= 3 && groups[0] != "0") {
        return groups[0] + "." + groups[1]
      }
      return isThousands ? groups.joined() : nil
    }
    let whole = groups.dropLast()
    guard marks.dropLast().allSatisfy({ $0 == marks[0] && $0 != last }),
      whole.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return whole.joined() + "." + groups[groups.count - 1]
  }

  private static let ordinalEndings: Set<String> = [
    "e", "er", "ere", "eme", "ieme", "nd", "nde", "st", "rd", "th", "ers", "eres", "emes", "re",
    "d",
  ]
}
