/// Ascending entry numbers, lent by the index.
struct Postings {
  /// The numbers.
  var list: UnsafeBufferPointer<UInt32>
  /// The same set over all entries as bits, where the word is in very many names.
  var bits: UnsafePointer<UInt64>?

  /// How many entries.
  var count: Int { list.count }

  /// Whether an entry is in the set, by its bits.
  @inline(__always)
  static func isSet(_ entry: UInt32, _ bits: UnsafePointer<UInt64>) -> Bool {
    bits[Int(entry >> 6)] >> UInt64(entry & 63) & 1 != 0
  }
}

/// Set operations on ascending entry numbers.
enum PostingSets {
  /// Appends what two sets share.
  ///
  /// - Returns: how many numbers were looked at, a measure of the work.
  @discardableResult
  static func intersect(_ left: Postings, _ right: Postings, into shared: inout [UInt32]) -> Int {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard let least = short.list.first, let most = short.list.last, let first = long.list.first,
      let last = long.list.last, least <= last, first <= most
    else { return 1 }
    if long.count / 64 >= short.count { return gallop(short.list, long.list, &shared) }
    if let bits = long.bits {
      if let others = short.bits, short.count > Int(most - least) / 64 {
        return meet(bits, others, from: least, through: most, &shared)
      }
      for entry in short.list where Postings.isSet(entry, bits) { shared.append(entry) }
      return short.count
    }
    if long.count / 8 >= short.count { return gallop(short.list, long.list, &shared) }
    return merge(short.list, long.list, &shared)
  }

  /// Meets two sets of bits, 64 entries at a time.
  private static func meet(
    _ left: UnsafePointer<UInt64>,
    _ right: UnsafePointer<UInt64>,
    from least: UInt32,
    through most: UInt32,
    _ shared: inout [UInt32]
  ) -> Int {
    for place in Int(least >> 6)...Int(most >> 6) {
      var common = left[place] & right[place]
      // The ends may share a word with another dimension's entries.
      if place == Int(least >> 6) { common &= .max << UInt64(least & 63) }
      if place == Int(most >> 6) { common &= .max >> UInt64(63 - most & 63) }
      while common != 0 {
        shared.append(UInt32(place * 64 + common.trailingZeroBitCount))
        common &= common - 1
      }
    }
    return Int(most - least) / 64
  }

  /// Looks each number of the short set up in the long one, going forward in growing strides.
  private static func gallop(
    _ short: UnsafeBufferPointer<UInt32>,
    _ long: UnsafeBufferPointer<UInt32>,
    _ shared: inout [UInt32]
  ) -> Int {
    var low = 0
    for number in short {
      var stride = 1
      while low + stride < long.count, long[low + stride] < number { stride *= 2 }
      var high = min(low + stride, long.count - 1)
      low += stride / 2
      while low < high {
        let middle = (low + high) / 2
        if long[middle] < number { low = middle + 1 } else { high = middle }
      }
      if long[low] == number { shared.append(number) }
      if long[low] < number { break }
    }
    return short.count * 8
  }

  /// Walks both sets at once; the steps are sums of comparisons, for branches would be
  /// mispredicted.
  private static func merge(
    _ left: UnsafeBufferPointer<UInt32>,
    _ right: UnsafeBufferPointer<UInt32>,
    _ shared: inout [UInt32]
  ) -> Int {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let (a, b) = (left[i], right[j])
      if a == b { shared.append(a) }
      i += a <= b ? 1 : 0
      j += b <= a ? 1 : 0
    }
    return i + j
  }

  /// The union of sets.
  static func union(_ sets: [Postings]) -> [UInt32] {
    var all: [UInt32] = []
    for set in sets { all.append(contentsOf: set.list) }
    return sets.count > 1 ? sortedUnique(all) : all
  }

  /// Size of the union of sets.
  static func unionCount(_ sets: [Postings]) -> Int {
    switch sets.count {
    case 0: return 0
    case 1: return sets[0].count
    case 2:
      var shared: [UInt32] = []
      intersect(sets[0], sets[1], into: &shared)
      return sets[0].count + sets[1].count - shared.count
    default: return union(sets).count
    }
  }

  /// Numbers in ascending order, each once.
  static func sortedUnique(_ numbers: [UInt32]) -> [UInt32] {
    var numbers = numbers
    numbers.sort()
    var kept = 0
    for index in numbers.indices where index == 0 || numbers[index] != numbers[kept - 1] {
      numbers[kept] = numbers[index]
      kept += 1
    }
    numbers.removeLast(numbers.count - kept)
    return numbers
  }

  /// The part of a set within a range of entries.
  static func part(
    of set: UnsafeBufferPointer<UInt32>,
    in range: Range<UInt32>
  ) -> UnsafeBufferPointer<UInt32> {
    let start = lowerBound(set, range.lowerBound)
    let rest = UnsafeBufferPointer(rebasing: set[start...])
    return UnsafeBufferPointer(rebasing: rest[..<lowerBound(rest, range.upperBound)])
  }

  private static func lowerBound(_ set: UnsafeBufferPointer<UInt32>, _ number: UInt32) -> Int {
    guard let first = set.first, let last = set.last, first < number else { return 0 }
    if last < number { return set.count }
    var (low, high) = (0, set.count)
    while low < high {
      let middle = (low + high) / 2
      if set[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
