/// Finds the numbers of a question, in digits or in words, with their signs and units.
package enum Numbers {
  /// All maximal readings, left to right, never overlapping; a lone "un", "une" or "a" is none.
  package static func spans(in tokens: [Token]) -> [NumberSpan] {
    let reader = NumberReader(tokens: tokens)
    var spans: [NumberSpan] = []
    var index = 0
    while index < tokens.count {
      if isReference(index, in: tokens) {
        index += 1
      } else if let span = reader.read(at: index) {
        spans.append(span)
        index = span.tokens.upperBound
      } else {
        index += 1
      }
    }
    return spans
  }

  /// Whether a run of digits is part of a reference such as "CA-2018-161046".
  private static func isReference(_ index: Int, in tokens: [Token]) -> Bool {
    var index = index
    while index >= 2, tokens[index].kind == .number, !tokens[index].spaceBefore,
      !tokens[index - 1].spaceBefore, ["-", "/", "_", "#"].contains(tokens[index - 1].folded)
    {
      index -= 2
      if tokens[index].kind == .word { return true }
    }
    return false
  }
}

/// Reads one number with what stands around it.
private struct NumberReader {
  /// The tokens of the question.
  let tokens: [Token]
  private let digits: DigitNumberReader
  private let french: WordNumberReader
  private let english: WordNumberReader

  /// A reader of these tokens.
  init(tokens: [Token]) {
    self.tokens = tokens
    digits = DigitNumberReader(tokens: tokens)
    french = WordNumberReader(words: .french, tokens: tokens)
    english = WordNumberReader(words: .english, tokens: tokens)
  }

  /// The number that starts at a token, sign and unit included.
  func read(at start: Int) -> NumberSpan? {
    var index = start
    var sign = 1.0
    var currency: String?
    if isMinus(at: index) {
      sign = -1
      index += 1
    }
    if index < tokens.count, CurrencyWords.prefixes.contains(tokens[index].folded),
      index + 1 < tokens.count, tokens[index + 1].kind != .symbol
    {
      currency = CurrencyWords.codes[tokens[index].folded]
      index += 1
    }
    guard index < tokens.count, let core = core(at: index) else { return nil }
    if core.isOrdinal {
      guard index == start else { return nil }
      return NumberSpan(tokens: start..<core.end, value: core.value, unit: .ordinal)
    }
    if currency != nil, tokens[index].kind == .word, !(tokens[index].text.first?.isNumber ?? false)
    {
      return nil
    }
    return finish(core, start: start, sign: sign, currency: currency)
  }

  /// The number itself, then "k", "millions", "thousand" after digits.
  private func core(at index: Int) -> DigitNumberReader.Reading? {
    guard tokens[index].kind != .symbol else { return nil }
    if var reading = digits.read(at: index) {
      if !reading.isOrdinal, let scale = word(at: reading.end).flatMap({ Self.scales[$0] }) {
        reading.value *= scale
        reading.end += 1
      }
      return reading
    }
    guard tokens[index].kind == .word else { return nil }
    if let collection = collection(at: index) { return collection }
    if ["une", "a"].contains(tokens[index].folded), isChance(index + 1) {
      return .init(end: index + 1, value: 1)
    }
    let left = french.read(at: index)
    let right = english.read(at: index)
    guard let best = (left?.end ?? 0) >= (right?.end ?? 0) ? left : right,
      !isPercentWord(at: index)
    else { return nil }
    return .init(end: best.end, value: best.value, isOrdinal: best.isOrdinal)
  }

  /// "une douzaine", "a dozen", "deux douzaines".
  private func collection(at index: Int) -> DigitNumberReader.Reading? {
    if let value = NumberWords.collections[tokens[index].folded] {
      return .init(end: index + 1, value: value)
    }
    guard
      tokens[index].folded == "a" || tokens[index].folded == "une" || tokens[index].folded == "un",
      let next = word(at: index + 1), let value = NumberWords.collections[next]
    else { return nil }
    return .init(end: index + 2, value: value)
  }

  /// The "cent" of "pour cent" and "per cent".
  private func isPercentWord(at index: Int) -> Bool {
    guard index > 0, tokens[index].folded == "cent" else { return false }
    return tokens[index - 1].folded == "pour" || tokens[index - 1].folded == "per"
  }

  private func finish(
    _ core: DigitNumberReader.Reading,
    start: Int,
    sign: Double,
    currency: String?
  ) -> NumberSpan {
    let value = core.value * sign
    if let currency {
      let end = CurrencyWords.codes[word(at: core.end) ?? ""] == currency ? core.end + 1 : core.end
      return NumberSpan(tokens: start..<end, value: value, unit: .currency, currency: currency)
    }
    if let (end, chance) = chance(core) {
      return NumberSpan(tokens: start..<end, value: chance, unit: .percent)
    }
    if let end = percentEnd(at: core.end).map(chancesEnd) {
      return NumberSpan(tokens: start..<end, value: value, unit: .percent)
    }
    if let (end, code) = currencyEnd(at: core.end) {
      return NumberSpan(tokens: start..<end, value: value, unit: .currency, currency: code)
    }
    return NumberSpan(tokens: start..<core.end, value: value, unit: .plain)
  }

  /// « une chance sur deux », "one chance in four", "a 1 in 3 chance": of a hundred, and where it ends.
  private func chance(_ core: DigitNumberReader.Reading) -> (end: Int, percent: Double)? {
    let isNamed = isChance(core.end)
    guard let whole = outOf(at: core.end + (isNamed ? 1 : 0)), whole.value >= core.value,
      whole.value > 0
    else { return nil }
    guard isNamed || isChance(whole.end) else { return nil }
    return (whole.end + (isNamed ? 0 : 1), 100 * core.value / whole.value)
  }

  /// « 50 % de chances », "30 % odds": the noun says nothing more.
  private func chancesEnd(_ end: Int) -> Int {
    let noun = ["de", "of"].contains(word(at: end)) ? end + 1 : end
    return isChance(noun) ? noun + 1 : end
  }

  private func isChance(_ index: Int) -> Bool {
    ["chance", "chances"].contains(word(at: index))
  }

  /// The number after « sur », "in", "out of".
  private func outOf(at index: Int) -> DigitNumberReader.Reading? {
    var place = index
    switch word(at: index) {
    case "sur", "in": place += 1
    case "out": place += word(at: index + 1) == "of" ? 2 : 1
    default: return nil
    }
    return place < tokens.count ? core(at: place) : nil
  }

  private func percentEnd(at index: Int) -> Int? {
    switch word(at: index) {
    case "%", "pourcent", "pourcents", "percent", "pct": return index + 1
    case "pour", "per":
      return word(at: index + 1) == "cent" ? index + 2 : nil
    default: return nil
    }
  }

  /// "€", "euros", "d'euros", "francs CFA", "F CFA".
  private func currencyEnd(at index: Int) -> (end: Int, code: String)? {
    let next = word(at: index)
    if next == "d'" || next == "de", let code = CurrencyWords.codes[word(at: index + 1) ?? ""] {
      return (index + 2, code)
    }
    if next == "francs" || next == "franc" || next == "f", word(at: index + 1) == "cfa" {
      return (index + 2, "XOF")
    }
    guard let next, let code = CurrencyWords.codes[next] else { return nil }
    return (index + 1, code)
  }

  private func isMinus(at index: Int) -> Bool {
    guard tokens[index].folded == "-", tokens[index].spaceBefore, index + 1 < tokens.count else {
      return false
    }
    let isRange = index > 0 && tokens[index - 1].kind == .number
    return !tokens[index + 1].spaceBefore && tokens[index + 1].kind == .number && !isRange
  }

  private func word(at index: Int) -> String? {
    index < tokens.count ? tokens[index].folded : nil
  }

  /// Multipliers in words after digits.
  private static let scales: [String: Double] = [
    "k": 1e3, "grand": 1e3, "mille": 1e3, "thousand": 1e3, "million": 1e6, "millions": 1e6,
    "milliard": 1e9,
    "milliards": 1e9, "billion": 1e9, "billions": 1e9, "hundred": 100,
  ]
}
