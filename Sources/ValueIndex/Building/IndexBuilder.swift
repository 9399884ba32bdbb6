/// Turns collected names into the sections of an index.
struct IndexBuilder {
  private let names: NameCollector
  private let order: [UInt32]
  /// Word numbers of the entries in their final order.
  private var entryOffsets: [UInt32] = [0]
  private var entryTokens: [UInt32] = []

  /// Puts the names in their final order.
  init(_ names: NameCollector) {
    self.names = names
    order = names.order()
    entryOffsets.reserveCapacity(order.count + 1)
    entryTokens.reserveCapacity(names.entryTokens.count)
    for item in order {
      let range = Int(names.entryOffsets[Int(item)])..<Int(names.entryOffsets[Int(item) + 1])
      entryTokens.append(contentsOf: names.entryTokens[range])
      entryOffsets.append(UInt32(entryTokens.count))
    }
  }

  /// The finished file.
  func assemble() -> FlatBytes {
    let vocabulary = names.vocabulary
    let (nameOffsets, namePool) = sortedNames()
    let (postingOffsets, postings) = postings()
    let (denseTokens, denseBits) = denseBits(postingOffsets, postings)
    let deletes = DeleteTableBuilder.build(vocabulary)
    return SectionTable.assemble([
      SectionContent(dimensionRanges()),
      SectionContent(nameOffsets),
      SectionContent(namePool),
      SectionContent(order.map { names.keyTags[Int($0)] }),
      SectionContent(order.map { names.keyBits[Int($0)] }),
      SectionContent(names.keyPool),
      SectionContent(entryOffsets),
      SectionContent(entryTokens),
      SectionContent(vocabulary.offsets),
      SectionContent(vocabulary.pool),
      SectionContent(vocabulary.traits),
      SectionContent(vocabulary.taggedSlots()),
      SectionContent(postingOffsets),
      SectionContent(postings),
      SectionContent(nameSlots()),
      SectionContent(deletes.offsets),
      SectionContent(deletes.entries),
      SectionContent(vocabulary.sortedTokens()),
      SectionContent(denseTokens),
      SectionContent(denseBits),
    ])
  }

  private func dimensionRanges() -> [DimensionRange] {
    var ranges: [DimensionRange] = []
    for (entry, item) in order.enumerated() {
      let dimension = Int64(names.dimensions[Int(item)])
      if ranges.last?.dimension != dimension {
        ranges.append(DimensionRange(dimension: dimension, start: UInt32(entry), end: 0))
      }
      ranges[ranges.count - 1].end = UInt32(entry) + 1
    }
    return ranges
  }

  private func sortedNames() -> (offsets: [UInt32], pool: [UInt8]) {
    var offsets: [UInt32] = [0]
    var pool: [UInt8] = []
    offsets.reserveCapacity(order.count + 1)
    pool.reserveCapacity(names.namePool.count)
    for item in order {
      let range = Int(names.nameOffsets[Int(item)])..<Int(names.nameOffsets[Int(item) + 1])
      pool.append(contentsOf: names.namePool[range])
      offsets.append(UInt32(pool.count))
    }
    return (offsets, pool)
  }

  /// Entries by word, each entry once a word, none for function words.
  private func postings() -> (offsets: [UInt32], postings: [UInt32]) {
    let traits = names.vocabulary.traits
    var offsets = [UInt32](repeating: 0, count: traits.count + 1)
    var last = [UInt32](repeating: .max, count: traits.count)
    forEachPosting { entry, token in
      guard last[token] != entry, !traits[token].contains(.stop) else { return }
      last[token] = entry
      offsets[token + 1] += 1
    }
    for token in 0..<traits.count { offsets[token + 1] += offsets[token] }
    var postings = [UInt32](repeating: 0, count: Int(offsets[traits.count]))
    var next = offsets
    forEachPosting { entry, token in
      let place = Int(next[token])
      guard !traits[token].contains(.stop),
        place == Int(offsets[token]) || postings[place - 1] != entry
      else { return }
      postings[place] = entry
      next[token] += 1
    }
    return (offsets, postings)
  }

  /// Words in more than one name of 32, as bits: less room than their postings, and sets of them
  /// meet many times faster.
  private func denseBits(
    _ offsets: [UInt32],
    _ postings: [UInt32]
  ) -> (tokens: [UInt32], bits: [UInt64]) {
    var tokens: [UInt32] = []
    var bits: [UInt64] = []
    let width = (order.count + 63) / 64
    for token in 0..<(offsets.count - 1) {
      let range = Int(offsets[token])..<Int(offsets[token + 1])
      guard range.count > max(2048, order.count / 32) else { continue }
      let start = bits.count
      bits.append(contentsOf: repeatElement(0, count: width))
      for entry in postings[range] {
        bits[start + Int(entry / 64)] |= 1 << UInt64(entry % 64)
      }
      tokens.append(UInt32(token))
    }
    return (tokens, bits)
  }

  private func forEachPosting(_ body: (UInt32, Int) -> Void) {
    for entry in 0..<order.count {
      for place in Int(entryOffsets[entry])..<Int(entryOffsets[entry + 1]) {
        body(UInt32(entry), Int(entryTokens[place]))
      }
    }
  }

  /// First entry of each run of same names in a dimension, by the hash of its words run together.
  private func nameSlots() -> [UInt32] {
    let coding = TaggedSlots(itemCount: order.count)
    var table = [UInt32](repeating: 0, count: TaggedSlots.capacity(for: order.count))
    for (entry, item) in order.enumerated() where names.wordCount(Int(item)) > 0 {
      let hash = names.hashes[Int(item)]
      if entry > 0, isSameRun(Int(order[entry - 1]), Int(item)) { continue }
      var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = coding.slot(item: UInt32(entry), hash: hash)
    }
    return table
  }

  private func isSameRun(_ left: Int, _ right: Int) -> Bool {
    names.hashes[left] == names.hashes[right]
      && names.dimensions[left] == names.dimensions[right]
      && names.wordCount(left) == names.wordCount(right)
  }
}
