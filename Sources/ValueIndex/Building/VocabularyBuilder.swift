/// Numbers the distinct words of the names, in the order they are first met.
struct VocabularyBuilder {
  /// Sections of the same names.
  private(set) var pool: [UInt8] = []
  private(set) var offsets: [UInt32] = [0]
  private(set) var traits: [TokenTraits] = []
  private var hashes: [UInt64] = []
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// Number of words so far.
  var count: Int { traits.count }

  /// The number of a folded word, which is added when it is new.
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = Hashing.mix(Hashing.append(word, to: Hashing.seed))
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let token = slots[slot] - 1
      if hashes[Int(token)] == hash, isEqual(token, word) { return token }
      slot = (slot + 1) & (slots.count - 1)
    }
    let token = UInt32(count)
    slots[slot] = token + 1
    pool.append(contentsOf: word)
    offsets.append(UInt32(pool.count))
    traits.append(TokenTraits(word))
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return token
  }

  private func isEqual(_ token: UInt32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[Int(token)])
    guard Int(offsets[Int(token) + 1]) - start == word.count else { return false }
    for index in 0..<word.count where pool[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    var grown = [UInt32](repeating: 0, count: slots.count * 2)
    for (token, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (grown.count - 1)
      while grown[slot] != 0 { slot = (slot + 1) & (grown.count - 1) }
      grown[slot] = UInt32(token) + 1
    }
    slots = grown
  }

  /// The table of the `tokenSlots` section.
  func taggedSlots() -> [UInt32] {
    let coding = TaggedSlots(itemCount: count)
    var table = [UInt32](repeating: 0, count: TaggedSlots.capacity(for: count))
    for (token, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = coding.slot(item: UInt32(token), hash: hash)
    }
    return table
  }

  /// The words with letters, in alphabetical order; plain numbers are never completed.
  func sortedTokens() -> [UInt32] {
    var keyed: [(head: UInt64, token: UInt32)] = []
    for token in 0..<count where !traits[token].contains(.number) {
      let word = pool[Int(offsets[token])..<Int(offsets[token + 1])]
      var head: UInt64 = 0
      for (index, byte) in word.prefix(8).enumerated() {
        head |= UInt64(byte) << UInt64(56 - 8 * index)
      }
      keyed.append((head, UInt32(token)))
    }
    pool.withUnsafeBufferPointer { pool in
      // Eight letters settle nearly every comparison, without touching the pool.
      keyed.sort { left, right in
        if left.head != right.head { return left.head < right.head }
        let first = pool[Int(offsets[Int(left.token)])..<Int(offsets[Int(left.token) + 1])]
        let second = pool[Int(offsets[Int(right.token)])..<Int(offsets[Int(right.token) + 1])]
        return first.lexicographicallyPrecedes(second)
      }
    }
    return keyed.map(\.token)
  }
}
