/// Finds the names of a range of entries whose letters are nearest to some words.
struct SuggestionFinder {
  /// Names compared at most, some milliseconds of work.
  private static let comparedLimit = 4_000
  /// Names taken from one word, so that a common one leaves room for the others.
  private static let perWord = 256
  /// Likeness below which a name is not worth offering.
  private static let floor: Float = 0.35

  /// The index.
  let columns: IndexColumns

  /// The nearest entries and their likeness, nearest first.
  func nearest(
    _ words: [QuestionWord],
    in range: Range<UInt32>,
    count: Int
  ) -> [(entry: UInt32, likeness: Float)] {
    let telling = words.filter { !$0.isStop }
    let wanted = Self.trigrams(telling.map(\.bytes))
    guard !wanted.isEmpty, count > 0 else { return [] }
    var scored: [(entry: UInt32, likeness: Float)] = []
    for entry in candidates(telling, in: range) {
      let likeness = likeness(entry, wanted)
      if likeness >= Self.floor { scored.append((entry, likeness)) }
    }
    // Entry order settles ties: it does not depend on the order the names came in.
    scored.sort { ($1.likeness, $0.entry) < ($0.likeness, $1.entry) }
    return Array(scored.prefix(count))
  }

  private func candidates(_ words: [QuestionWord], in range: Range<UInt32>) -> [UInt32] {
    var found: [UInt32] = []
    for word in words {
      for token in nearTokens(word) {
        let list = columns.postings(ofToken: token, in: range).list
        found.append(contentsOf: list.prefix(Self.perWord))
        if found.count >= Self.comparedLimit { return PostingSets.sortedUnique(found) }
      }
    }
    return PostingSets.sortedUnique(found)
  }

  /// The word and its plurals, its corrections, what it begins, and what begins with the same
  /// letters.
  private func nearTokens(_ word: QuestionWord) -> [UInt32] {
    var near = word.clean + word.split
    if let joined = word.joined { near.append(joined) }
    if word.traits.contains(.letters) {
      near += columns.misspeltWords(of: word.bytes, maxEdits: 2)
      near += columns.completions(of: word.bytes, limit: 32)
      if word.bytes.count > 3 {
        near += columns.completions(of: Array(word.bytes.prefix(3)), limit: 128)
      }
    }
    return near.map(\.token)
  }

  /// Half Dice's coefficient, half the share of the mention found, so that long names stay in
  /// reach.
  private func likeness(_ entry: UInt32, _ wanted: Set<UInt32>) -> Float {
    let own = Self.trigrams(
      columns.tokens(ofEntry: entry).lazy.filter { columns.weight(ofToken: $0) > 0 }
        .map { Array(columns.bytes(ofToken: $0)) }
    )
    let common = Float(own.count { wanted.contains($0) })
    let dice = 2 * common / Float(own.count + wanted.count)
    return 0.5 * dice + 0.5 * common / Float(wanted.count)
  }

  /// Trigrams of words, each with a space before and after.
  private static func trigrams(_ words: some Sequence<[UInt8]>) -> Set<UInt32> {
    var trigrams: Set<UInt32> = []
    for word in words {
      var last: UInt32 = 0x20
      for byte in word + [0x20] {
        last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
        if last > 0xFFFF { trigrams.insert(last) }
      }
    }
    return trigrams
  }
}
