import Language

/// By how much demand is multiplied, as sentences say it: « x1,7 », "times 2", « +70 % », « le double ».
struct MultiplierReader {
  let utterance: Utterance
  let words: LessonWords

  /// A multiplier with its place.
  struct Found {
    let value: Double
    let tokens: Range<Int>
    /// Whether nothing else can be meant: « x2 » is no number of anything.
    let isPlain: Bool
  }

  /// The first multiplier of the sentence; `isChange` where a bare number after « à » is one: « à 2 ».
  func found(isChange: Bool) -> Found? {
    crossed ?? counted(isChange: isChange) ?? percentage ?? spoken
  }

  /// « x1,7 », "×2", "1.7x": one piece of writing.
  private var crossed: Found? {
    for start in utterance.tokens.indices {
      guard start == 0 || utterance.tokens[start].spaceBefore || isOpening(start - 1) else {
        continue
      }
      let piece = piece(from: start)
      let text = utterance.written(piece)
      guard let value = Self.crossed(text) else { continue }
      return Found(value: value, tokens: piece, isPlain: true)
    }
    return nil
  }

  private func isOpening(_ place: Int) -> Bool {
    ["(", ",", ":", ";"].contains(utterance.tokens[place].text)
  }

  /// The tokens up to the next blank, without marks at their end.
  private func piece(from start: Int) -> Range<Int> {
    var end = start + 1
    while end < utterance.tokens.count, !utterance.tokens[end].spaceBefore { end += 1 }
    while end > start + 1, utterance.tokens[end - 1].kind == .symbol { end -= 1 }
    return start..<end
  }

  private static func crossed(_ text: String) -> Double? {
    let crosses: Set<Character> = ["x", "X", "×", "*"]
    guard let first = text.first, let last = text.last, text.count > 1 else { return nil }
    if crosses.contains(first) { return number(text.dropFirst()) }
    return crosses.contains(last) ? number(text.dropLast()) : nil
  }

  private static func number(_ text: Substring) -> Double? {
    let plain = text.map { $0 == "," ? "." : $0 }
    guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }) else {
      return nil
    }
    return Double(String(plain))
  }

  /// « fois 1,7 », "1.7 times", « un coefficient de 2 ».
  private func counted(isChange: Bool) -> Found? {
    for number in utterance.numbers where number.unit == .plain || number.unit == .ordinal {
      let before = words.phrases.last { $0.tokens.upperBound == number.tokens.lowerBound }
      let after = words.phrase(at: number.tokens.upperBound)
      let isBare = before.map { Self.isTo($0, utterance) } ?? false
      if let before, before.markers.contains(.lessonTimes), !isBare || isChange {
        return Found(
          value: number.value,
          tokens: before.tokens.lowerBound..<number.tokens.upperBound,
          isPlain: !isBare
        )
      }
      if let after, after.markers.contains(.lessonTimes), !Self.isTo(after, utterance) {
        return Found(
          value: number.value,
          tokens: number.tokens.lowerBound..<after.tokens.upperBound,
          isPlain: true
        )
      }
    }
    return nil
  }

  /// « à 2 », "to 2": only of what is changed.
  private static func isTo(_ phrase: LessonWords.Phrase, _ utterance: Utterance) -> Bool {
    phrase.tokens.count == 1
      && ["a", "to"].contains(utterance.tokens[phrase.tokens.lowerBound].folded)
  }

  /// « +70 % », "20% less"; without a sign or a word it says neither.
  private var percentage: Found? {
    for number in utterance.numbers where number.unit == .percent {
      let start = number.tokens.lowerBound
      let sign = start > 0 ? utterance.tokens[start - 1].text : ""
      let around = words.phrases.filter { phrase in
        phrase.tokens.upperBound == start
          || (0...Self.farthest).contains(phrase.tokens.lowerBound - number.tokens.upperBound)
      }.filter { !$0.markers.isDisjoint(with: [.lessonMore, .lessonLess]) }
      let isLess =
        sign == "-" || number.value < 0 || around.contains { $0.markers.contains(.lessonLess) }
      let isMore =
        sign == "+" || utterance.tokens[start].text == "+"
        || around.contains { $0.markers.contains(.lessonMore) }
      guard isLess != isMore else { continue }
      let part = abs(number.value) / 100
      let tokens = around.reduce(number.tokens) {
        min($0.lowerBound, $1.tokens.lowerBound)..<max($0.upperBound, $1.tokens.upperBound)
      }
      return Found(value: isLess ? 1 - part : 1 + part, tokens: tokens, isPlain: false)
    }
    return nil
  }

  /// « 50 % de ventes en plus »: how many tokens may stand between.
  private static let farthest = 3

  private var spoken: Found? {
    for (marker, value) in [(Marker.lessonDouble, 2.0), (.lessonHalf, 0.5)] {
      if let phrase = words.first(marker) {
        return Found(value: value, tokens: phrase.tokens, isPlain: false)
      }
    }
    return nil
  }
}
