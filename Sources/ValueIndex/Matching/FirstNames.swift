/// The alphabetically first of many names, each text once, and the last of them all.
struct FirstNames {
  let columns: IndexColumns
  /// Most that are kept.
  let limit: Int
  /// Entries in alphabetical order.
  private var entries: [UInt32] = []
  /// The one that stands behind all others, once there are too many.
  private var last: UInt32?

  init(columns: IndexColumns, limit: Int) {
    self.columns = columns
    self.limit = limit
  }

  /// The names, in order.
  var names: [String] { (entries + (last.map { [$0] } ?? [])).map(columns.name(ofEntry:)) }

  /// Takes an entry in, unless enough stand before it or its text is there already.
  mutating func add(_ entry: UInt32) {
    if entries.count == limit, let end = entries.last, order(end, entry) <= 0 {
      if order(end, entry) < 0 { leave(entry) }
      return
    }
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if order(entries[middle], entry) < 0 { low = middle + 1 } else { high = middle }
    }
    if low < entries.count, order(entries[low], entry) == 0 { return }
    entries.insert(entry, at: low)
    if entries.count > limit { leave(entries.removeLast()) }
  }

  /// Takes note of an entry that does not stand among the first.
  private mutating func leave(_ entry: UInt32) {
    if last.map({ order($0, entry) < 0 }) ?? true { last = entry }
  }

  /// Negative where one name stands before the other: by folded words, then by the very text.
  private func order(_ left: UInt32, _ right: UInt32) -> Int {
    let (one, other) = (columns.tokens(ofEntry: left), columns.tokens(ofEntry: right))
    for (token, counterpart) in zip(one, other) where token != counterpart {
      return Self.order(columns.bytes(ofToken: token), columns.bytes(ofToken: counterpart))
    }
    if one.count != other.count { return one.count - other.count }
    return Self.order(columns.nameBytes(ofEntry: left), columns.nameBytes(ofEntry: right))
  }

  private static func order(
    _ left: UnsafeBufferPointer<UInt8>,
    _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    for (byte, counterpart) in zip(left, right) where byte != counterpart {
      return Int(byte) - Int(counterpart)
    }
    return left.count - right.count
  }
}
