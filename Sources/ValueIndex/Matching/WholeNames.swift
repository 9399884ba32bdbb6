/// Names that a run of question words spells entirely, by hash.
struct WholeNames {
  /// Longest name looked for, in words.
  static let longest = 16

  /// The index.
  let columns: IndexColumns
  /// The words of the question.
  let words: [QuestionWord]
  /// Whether a function word alone may be a name ("LA"): only where the caller says it is one.
  let allowsStopWord: Bool

  /// A run of question words and the same names it spells.
  struct Hit {
    /// The words of the question.
    var words: Range<Int>
    /// Entries of one dimension.
    var entries: Range<UInt32>
    /// Words joined or cut otherwise than in the name, digits apart.
    var distance: Int
  }

  /// All hits, by first word and length.
  func hits() -> [Hit] {
    var hits: [Hit] = []
    for start in words.indices {
      var hash = Hashing.seed
      for end in start..<min(start + Self.longest, words.count) {
        for byte in words[end].bytes { hash = Hashing.append(byte, to: hash) }
        if start == end, words[start].isStop, !allowsStopWord { continue }
        collect(start..<(end + 1), Hashing.mix(hash), &hits)
      }
    }
    return hits
  }

  private func collect(_ range: Range<Int>, _ hash: UInt64, _ hits: inout [Hit]) {
    let coding = TaggedSlots(itemCount: columns.entryCount)
    let table = columns.nameSlots
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != 0 {
      if let entry = coding.item(table[slot], hash: hash),
        let distance = spelling(entry, range)
      {
        hits.append(Hit(words: range, entries: run(from: entry), distance: distance))
      }
      slot = (slot + 1) & (table.count - 1)
    }
  }

  /// How many spaces differ between the question and a name; nil when the letters differ, or when a
  /// space of the question cuts a number of the name.
  private func spelling(_ entry: UInt32, _ range: Range<Int>) -> Int? {
    let tokens = columns.tokens(ofEntry: entry)
    var name: [UInt8] = []
    var nameEdges: Set<Int> = []
    for token in tokens {
      name.append(contentsOf: columns.bytes(ofToken: token))
      nameEdges.insert(name.count)
    }
    var written: [UInt8] = []
    var edges: Set<Int> = []
    for word in words[range] {
      written += word.bytes
      edges.insert(written.count)
    }
    guard written == name else { return nil }
    if edges == nameEdges { return 0 }
    // Short words run together by chance.
    guard name.count >= 5 else { return nil }
    var distance = 0
    for edge in edges.symmetricDifference(nameEdges) {
      let digits = [name[edge - 1], name[edge]].count { $0 &- 0x30 < 10 }
      if digits == 2, edges.contains(edge) { return nil }
      if digits == 0 { distance += 1 }
    }
    return distance <= 2 ? distance : nil
  }

  /// The entries of the same dimension with the same words, which stand side by side.
  private func run(from first: UInt32) -> Range<UInt32> {
    let limit = columns.dimensions.first { first < $0.end }?.end ?? first + 1
    let tokens = columns.tokens(ofEntry: first)
    let isSame = { (entry: UInt32) in columns.tokens(ofEntry: entry).elementsEqual(tokens) }
    var stride: UInt32 = 1
    while stride < limit - first, isSame(first + stride) { stride *= 2 }
    var low = first + stride / 2
    var high = min(first + stride, limit)
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if isSame(middle) { low = middle } else { high = middle }
    }
    return first..<high
  }
}
