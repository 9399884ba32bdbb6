/// The beginning of a name: whole words, then one that may be unfinished.
struct NamePrefix {
  private let columns: IndexColumns
  /// The words before the last.
  private let whole: [UInt32]
  /// For each word of the vocabulary whether the last one begins it.
  private let continues: [Bool]

  /// Splits what was typed; nil when it has no word, or a whole word that no name has.
  ///
  /// Behind a blank begins the next word, of which nothing is typed yet: "oak " is not "Oakland".
  init?(_ piece: String, columns: IndexColumns) {
    var splitter = NameTokens()
    splitter.split(piece)
    var words = splitter.words.map { Array(splitter.bytes[$0]) }
    guard let end = splitter.words.last?.upperBound else { return nil }
    let last = end == splitter.bytes.count ? words.removeLast() : []
    var whole: [UInt32] = []
    for word in words {
      guard let token = columns.token(word) else { return nil }
      whole.append(token)
    }
    self.columns = columns
    self.whole = whole
    continues = (0..<UInt32(columns.tokenCount)).map {
      columns.bytes(ofToken: $0).starts(with: last)
    }
  }

  /// Calls a body with the entries that may fit, ascending: those of the rarest whole word.
  ///
  /// Function words have no list of entries; where nothing else was typed, all entries may fit.
  func forEachCandidate(_ body: (UInt32) -> Void) {
    let lists = whole.map { columns.postingRange(ofToken: $0) }
    if let rarest = lists.filter({ !$0.isEmpty }).min(by: { $0.count < $1.count }) {
      for place in rarest { body(columns.postings[place]) }
    } else {
      for entry in 0..<UInt32(columns.entryCount) { body(entry) }
    }
  }

  /// The word of a name from which on it reads as typed; nil where none does.
  func place(in entry: UInt32) -> Int? {
    let tokens = columns.tokens(ofEntry: entry)
    guard tokens.count > whole.count else { return nil }
    for place in 0..<(tokens.count - whole.count) {
      let start = tokens.startIndex + place
      if continues[Int(tokens[start + whole.count])],
        whole.indices.allSatisfy({ tokens[start + $0] == whole[$0] })
      {
        return place
      }
    }
    return nil
  }
}
