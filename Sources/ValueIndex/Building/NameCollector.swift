/// The names of a build, in the order they come, before they are sorted.
struct NameCollector {
  /// The words met so far.
  var vocabulary = VocabularyBuilder()
  private(set) var dimensions: [Int] = []
  private(set) var nameOffsets: [UInt32] = [0]
  private(set) var namePool: [UInt8] = []
  private(set) var keyTags: [UInt8] = []
  private(set) var keyBits: [UInt64] = []
  private(set) var keyPool: [UInt8] = []
  private(set) var entryOffsets: [UInt32] = [0]
  private(set) var entryTokens: [UInt32] = []
  /// Hash of the words of each name run together.
  private(set) var hashes: [UInt64] = []
  private var splitter = NameTokens()

  /// Number of names so far.
  var count: Int { dimensions.count }

  /// Takes one name in.
  mutating func add(_ name: IndexedName) {
    dimensions.append(name.dimension)
    namePool.append(contentsOf: name.name.utf8)
    nameOffsets.append(UInt32(namePool.count))
    let key = KeyCode.encode(name.key, name: name.name, pool: &keyPool)
    keyTags.append(key.tag.rawValue)
    keyBits.append(key.bits)
    splitter.split(name.name)
    var hash = Hashing.seed
    splitter.bytes.withUnsafeBufferPointer { bytes in
      for word in splitter.words {
        let word = UnsafeBufferPointer(rebasing: bytes[word])
        hash = Hashing.append(word, to: hash)
        entryTokens.append(vocabulary.intern(word))
      }
    }
    entryOffsets.append(UInt32(entryTokens.count))
    hashes.append(Hashing.mix(hash))
  }

  /// Number of words of a name.
  func wordCount(_ name: Int) -> Int {
    Int(entryOffsets[name + 1] - entryOffsets[name])
  }

  /// Names by dimension, number of words, hash, name and key: the order of the entries.
  ///
  /// Short names first, so that the head of any list of postings holds the names that a mention
  /// covers best; same names side by side, so that they are counted without being read.
  func order() -> [UInt32] {
    var keyed = (0..<count).map { SortKey(hash: hashes[$0], item: UInt32($0)) }
    keyed.sort { ($0.hash, $0.item) < ($1.hash, $1.item) }
    settleTies(&keyed)
    let ranks = Dictionary(
      uniqueKeysWithValues: Set(dimensions).sorted().enumerated().map { ($1, $0) }
    )
    let width = NameTokens.limit + 1
    let places = dimensions.indices.map { (ranks[dimensions[$0]] ?? 0) * width + wordCount($0) }
    var starts = [Int](repeating: 0, count: ranks.count * width + 1)
    for place in places { starts[place + 1] += 1 }
    for place in 1..<max(starts.count, 1) { starts[place] += starts[place - 1] }
    var order = [UInt32](repeating: 0, count: count)
    for key in keyed {
      let place = places[Int(key.item)]
      order[starts[place]] = key.item
      starts[place] += 1
    }
    return order
  }

  private struct SortKey {
    var hash: UInt64
    var item: UInt32
  }

  /// Orders the names of one hash by their bytes and keys, so that the order of arrival leaves no
  /// trace.
  private func settleTies(_ keyed: inout [SortKey]) {
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].hash == keyed[start].hash { end += 1 }
      if end - start > 1 { keyed[start..<end].sort { precedes($0.item, $1.item) } }
      start = end
    }
  }

  private func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    let (left, right) = (Int(left), Int(right))
    let first = namePool[Int(nameOffsets[left])..<Int(nameOffsets[left + 1])]
    let second = namePool[Int(nameOffsets[right])..<Int(nameOffsets[right + 1])]
    if !first.elementsEqual(second) { return first.lexicographicallyPrecedes(second) }
    if keyTags[left] != keyTags[right] { return keyTags[left] < keyTags[right] }
    if keyTags[left] == KeyCode.text.rawValue {
      return keyText(left).lexicographicallyPrecedes(keyText(right))
    }
    if keyTags[left] == KeyCode.integer.rawValue {
      return Int64(bitPattern: keyBits[left]) < Int64(bitPattern: keyBits[right])
    }
    return keyBits[left] < keyBits[right]
  }

  private func keyText(_ name: Int) -> ArraySlice<UInt8> {
    let start = Int(keyBits[name] >> 32)
    return keyPool[start..<(start + Int(keyBits[name] & 0xFFFF_FFFF))]
  }
}
