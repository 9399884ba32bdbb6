/// One run of letters or digits of the question, and the words of names it may stand for.
struct QuestionWord {
  /// Question token it comes from.
  let place: Int
  /// Folded UTF-8.
  let bytes: [UInt8]
  /// What its letters allow.
  let traits: TokenTraits
  /// A function word or what an elision leaves: skipped inside a mention, never its end.
  let isStop: Bool
  /// Ordinary vocabulary of the assistant.
  let isKnown: Bool
  /// The very word, when names have it.
  let exact: UInt32?
  /// The very word, then its other number.
  let clean: [NearWord]
  /// The word that this one and the next make when run together.
  var joined: NearWord?
  /// The two words this one makes when cut.
  let split: [NearWord]

  /// A number of at most four digits: a year, a rank or a quantity rather than a name.
  var isShortNumber: Bool { traits.contains(.number) && bytes.count <= 4 }

  /// Whether the word may be corrected or completed.
  var isCorrectable: Bool {
    traits.contains(.letters) && !isStop && !isKnown && bytes.count >= TypoDistance.shortestWord
  }

  /// Letters and digits mixed, long enough to be the beginning of a model's name.
  var isModelNumber: Bool {
    traits.contains(.hasDigit) && !traits.contains(.number) && !isStop && !isKnown && clean.isEmpty
      && bytes.count >= 4
  }

  /// Whether correcting this word alone, without other words of the name, is safe enough.
  var isCorrectableAlone: Bool {
    isCorrectable && clean.isEmpty && bytes.count > TypoDistance.shortestWord
  }
}

/// The words of a question, with what is worth computing once for all dimensions.
struct QuestionWords {
  /// Most words that complete one word of the question.
  private static let completionLimit = 64
  /// Numbers looked at before a question is no longer extended, some ten milliseconds of work.
  private static let effort = 4_000_000

  /// The index.
  let columns: IndexColumns
  /// Words of the first `ValueIndex.tokenLimit` tokens.
  private(set) var words: [QuestionWord] = []
  /// What is left of the effort.
  var budget = Self.effort
  private let maxEdits: Int
  private var fuzzyCache: [[NearWord]?] = []

  /// Splits the tokens and looks their words up.
  init(_ tokens: [String], options: MatchOptions, columns: IndexColumns) {
    self.columns = columns
    maxEdits = min(max(options.maxEdits, 0), 2)
    var splitter = NameTokens()
    for (place, token) in tokens.prefix(ValueIndex.tokenLimit).enumerated() {
      splitter.split(folded: token)
      let isElided = token.utf8.last == UInt8(ascii: "'")
      for range in splitter.words {
        words.append(
          Self.word(
            Array(splitter.bytes[range]),
            place: place,
            isElided: isElided,
            isKnown: options.isKnown(place),
            columns: columns
          )
        )
      }
    }
    fuzzyCache = Array(repeating: nil, count: words.count)
    joinNeighbours()
  }

  private static func word(
    _ bytes: [UInt8],
    place: Int,
    isElided: Bool,
    isKnown: Bool,
    columns: IndexColumns
  ) -> QuestionWord {
    let traits = bytes.withUnsafeBufferPointer { TokenTraits($0) }
    let isStop = isElided || traits.contains(.stop)
    let exact = columns.token(bytes)
    var clean: [NearWord] = []
    if !isStop {
      if let exact { clean.append(NearWord(token: exact, kind: .exact, distance: 0, likeness: 1)) }
      if traits.contains(.letters) { clean += columns.pluralWords(of: bytes) }
    }
    let mayCut = !isStop && !isKnown && clean.isEmpty
    return QuestionWord(
      place: place,
      bytes: bytes,
      traits: traits,
      isStop: isStop,
      isKnown: isKnown,
      exact: exact,
      clean: clean,
      split: mayCut ? split(bytes, traits: traits, columns: columns) : []
    )
  }

  /// The two words of names that a word is made of: "paperpro" → "paper", "pro"; "10kg" → "10",
  /// "kg".
  private static func split(
    _ bytes: [UInt8],
    traits: TokenTraits,
    columns: IndexColumns
  ) -> [NearWord] {
    guard bytes.count >= (traits.contains(.letters) ? 6 : 2), bytes.count <= 40 else { return [] }
    for cut in 1..<bytes.count {
      let isNumberEdge = isDigit(bytes[cut - 1]) != isDigit(bytes[cut])
      let isWordEdge = traits.contains(.letters) && cut >= 3 && bytes.count - cut >= 3
      guard isNumberEdge || isWordEdge,
        let left = columns.token(Array(bytes[..<cut])),
        let right = columns.token(Array(bytes[cut...])),
        !columns.postingRange(ofToken: left).isEmpty, !columns.postingRange(ofToken: right).isEmpty
      else { continue }
      let distance = isNumberEdge ? 0 : 1
      return [
        NearWord(token: left, kind: .typo, distance: distance, likeness: 0.97),
        NearWord(token: right, kind: .typo, distance: 0, likeness: 0.97),
      ]
    }
    return []
  }

  private mutating func joinNeighbours() {
    for index in words.indices.dropLast() {
      let (left, right) = (words[index], words[index + 1])
      guard let end = left.bytes.last, let start = right.bytes.first, !left.isStop, !right.isStop,
        left.bytes.count + right.bytes.count >= 4, !(Self.isDigit(end) && Self.isDigit(start)),
        let token = columns.token(left.bytes + right.bytes)
      else { continue }
      let distance = Self.isDigit(end) == Self.isDigit(start) ? 1 : 0
      words[index].joined = NearWord(
        token: token,
        kind: .typo,
        distance: distance,
        likeness: 0.97
      )
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  /// Corrections of a word, nearest first, then what it begins; empty for words left as they are.
  mutating func fuzzy(_ index: Int) -> [NearWord] {
    if let cached = fuzzyCache[index] { return cached }
    let word = words[index]
    var near: [NearWord] = []
    if word.isCorrectable {
      near = columns.misspeltWords(of: word.bytes, maxEdits: maxEdits)
      if word.bytes.count >= 4, word.clean.isEmpty {
        near += columns.completions(of: word.bytes, limit: Self.completionLimit)
      }
      let taken = Set(word.clean.map(\.token))
      if !taken.isEmpty { near.removeAll { taken.contains($0.token) } }
    } else if word.isModelNumber {
      // "MX611" begins "MX611dhe", but "MX61" is not the beginning of "MX611".
      near = columns.completions(of: word.bytes, limit: Self.completionLimit).filter {
        !Self.isDigit(columns.bytes(ofToken: $0.token)[word.bytes.count])
      }
    }
    fuzzyCache[index] = near
    return near
  }

  /// Question tokens from one word to another.
  func tokens(_ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].place..<(words[range.upperBound - 1].place + 1)
  }
}
