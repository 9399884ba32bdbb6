/// The words of a question as the grammar sees them: abbreviation points dropped, typos mended.
struct TimeWords: Sendable {
  private struct Word: Sendable {
    /// What is looked up: the folded text, or the word that was meant.
    let key: String
    /// Its number in the phrase book; nil when no phrase has it.
    let number: Int32?
    /// Index in the tokens of the question.
    let token: Int
  }

  /// The tokens of the question.
  let tokens: [Token]
  private var words: [Word] = []
  /// Numbers in words and ordinals, by the index of their first word.
  private var numbers: [Int: (end: Int, value: TimeValue)] = [:]

  /// The words of a question, its numbers attached.
  init(_ tokens: [Token], numbers spans: [NumberSpan]) {
    self.tokens = tokens
    var position = Array(repeating: 0, count: tokens.count + 1)
    words.reserveCapacity(tokens.count)
    for index in tokens.indices {
      position[index] = words.count
      guard !isAbbreviationPoint(index) else { continue }
      let (key, number) = Self.key(of: tokens[index])
      words.append(Word(key: key, number: number, token: index))
    }
    position[tokens.count] = words.count
    for span in spans {
      guard let value = Self.value(of: span, in: tokens) else { continue }
      numbers[position[span.tokens.lowerBound]] = (position[span.tokens.upperBound], value)
    }
  }

  /// How many words there are.
  var count: Int { words.count }

  /// What a word is looked up by.
  func key(at index: Int) -> String { words[index].key }

  /// Its number in the phrase book; nil when no phrase has it.
  func number(at index: Int) -> Int32? { words[index].number }

  /// The token a word comes from.
  func token(at index: Int) -> Token { tokens[words[index].token] }

  /// Index in the question's tokens.
  func tokenIndex(_ index: Int) -> Int { words[index].token }

  /// Whether a blank stands before a word.
  func hasSpace(before index: Int) -> Bool { token(at: index).spaceBefore }

  /// What the words say on their own, before any rule.
  func leaves(at index: Int) -> [TimeNode] {
    var nodes: [TimeNode] = []
    func add(_ end: Int, _ reading: Reading) {
      nodes.append(TimeNode(end: end, value: reading.value, evidence: reading.evidence, rank: -1))
    }
    if !isParticiple(index) {
      TimeBook.phrases.match(self, at: index) { end, readings in
        for reading in readings { add(end, reading) }
      }
    }
    if let number = numbers[index] { add(number.end, Reading(number.value)) }
    let token = token(at: index)
    switch token.kind {
    case .number:
      let digits = token.folded.utf8.count
      if digits <= 4, let value = Int(token.folded) {
        add(index + 1, Reading(.integer(value, digits: digits)))
      }
      NumericDate.read(self, at: index, add)
    case .word:
      if let reading = PeriodCode.read(token.folded) { add(index + 1, reading) }
    case .symbol:
      break
    }
    return nodes
  }

  /// The « été » of « a été », which is no summer.
  private func isParticiple(_ index: Int) -> Bool {
    guard key(at: index) == "ete", index > 0 else { return false }
    return Self.auxiliaries.contains(key(at: index - 1))
  }

  private static let auxiliaries: Set<String> = [
    "a", "ont", "ai", "as", "avons", "avez", "avait", "avaient", "aura", "auront", "aurait",
    "ayant",
    "auraient", "jamais", "deja", "pas", "avoir", "bien", "toujours", "y", "plus",
  ]

  /// Folded text, or the word of the grammar one letter away.
  private static func key(of token: Token) -> (key: String, number: Int32?) {
    let book = TimeBook.phrases
    let number = book.number(token.folded)
    guard token.kind == .word, number.map({ !book.begins($0) }) ?? true,
      let meant = TypoTable.standard.correction(of: token.folded)
    else { return (token.folded, number) }
    return (meant, book.number(meant))
  }

  /// Whole numbers in words, and ordinals of any spelling; digits are read one token at a time.
  private static func value(of span: NumberSpan, in tokens: [Token]) -> TimeValue? {
    guard let whole = Int(exactly: span.value), (0...9999).contains(whole) else { return nil }
    if span.unit == .ordinal { return .ordinal(whole) }
    let isWords = span.tokens.allSatisfy { index in
      tokens[index].kind == .word && !(tokens[index].folded.utf8.first.map { $0 < 0x3A } ?? false)
    }
    return span.unit == .plain && isWords ? .integer(whole, digits: 0) : nil
  }

  /// Whether a point only shortens the word before it and ends no sentence.
  private func isAbbreviationPoint(_ index: Int) -> Bool {
    guard tokens[index].folded == ".", !tokens[index].spaceBefore, let previous = words.last,
      previous.token == index - 1
    else { return false }
    // "16. Nov. 2016"
    if tokens[index - 1].kind == .number, index + 1 < tokens.count, tokens[index + 1].spaceBefore {
      return previous.key.utf8.count <= 2 && MonthWords.numbers[tokens[index + 1].folded] != nil
    }
    return Self.abbreviations.contains(previous.key)
      || (Self.months.contains(previous.key) && index + 1 < tokens.count
        && tokens[index + 1].kind == .number)
  }

  private static let abbreviations: Set<String> = [
    "sem", "trim", "dern", "prec", "proch", "prev", "janv", "jan", "fev", "fevr", "feb", "avr",
    "apr", "juil", "jul", "jun", "aug", "sept", "sep", "oct", "nov", "dec", "mar", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "lun", "mer", "jeu", "ven", "sam",
    "dim", "qtr", "yr", "yrs", "wk", "wks", "mth", "mths", "qtrs", "jr", "jrs",
  ]

  private static let months: Set<String> = Set(
    MonthWords.names.flatMap { $0.alternatives.map(String.init) }
  )
}
