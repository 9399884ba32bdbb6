/// Texts end to end in one block, which loads without making a string of each.
struct PackedTexts: Sendable {
  /// Where each text begins in `pool`, then the end of the last.
  let starts: [UInt32]
  /// The UTF-8 of all texts.
  let pool: [UInt8]

  /// Texts in the order given.
  init(_ texts: some Sequence<String>) {
    var starts: [UInt32] = [0]
    var pool: [UInt8] = []
    for text in texts {
      pool += text.utf8
      starts.append(UInt32(pool.count))
    }
    self.starts = starts
    self.pool = pool
  }

  /// Texts as they were stored; nil when the places do not fit the block.
  init?(starts: [UInt32], pool: [UInt8]) {
    guard starts.areOffsets(into: pool.count) else { return nil }
    self.starts = starts
    self.pool = pool
  }

  /// Number of texts.
  var count: Int { starts.count - 1 }

  /// The text at a place.
  subscript(place: Int) -> String { String(decoding: pool[range(of: place)], as: UTF8.self) }

  /// Where the bytes of a text stand in `pool`.
  func range(of place: Int) -> Range<Int> { Int(starts[place])..<Int(starts[place + 1]) }

  /// The place of a text, where texts are in the order of their bytes; nil when it is none of them.
  func place(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { wanted in
      pool.withUnsafeBufferPointer { pool in
        var low = 0
        var high = count
        while low < high {
          let middle = (low + high) / 2
          let order = Self.compare(UnsafeBufferPointer(rebasing: pool[range(of: middle)]), wanted)
          if order == 0 { return middle }
          if order < 0 { low = middle + 1 } else { high = middle }
        }
        return nil
      }
    }
  }

  /// Negative, 0 or positive as the left bytes come before, are, or come after the right ones.
  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>,
    _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return Int(left[index]) - Int(right[index])
    }
    return left.count - right.count
  }
}

extension [String] {
  /// The texts in the order of their bytes, each once: the order `PackedTexts` searches by.
  var sortedByBytes: [String] {
    Array(Set(self)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension [UInt32] {
  /// Whether these are ascending offsets from 0 to the end of something.
  func areOffsets(into count: Int) -> Bool {
    guard first == 0, last == UInt32(count) else { return false }
    return self.withUnsafeBufferPointer { offsets in
      (1..<Swift.max(offsets.count, 1)).allSatisfy { offsets[$0 - 1] <= offsets[$0] }
    }
  }
}
