/// How far a word may be from the one meant, and how far it is.
enum TypoDistance {
  /// Words shorter than this are never corrected.
  static let shortestWord = 3

  /// Most edits between two words of these lengths: one up to seven letters, two from eight on
  /// both.
  static func limit(_ left: Int, _ right: Int) -> Int {
    let shorter = min(left, right)
    return shorter < shortestWord ? 0 : shorter < 8 ? 1 : 2
  }

  /// Optimal string alignment distance (a swap of neighbours costs 1), without allocating.
  ///
  /// - Returns: the distance, or `limit + 1` as soon as it is known to exceed `limit`.
  static func between(
    _ left: UnsafeBufferPointer<UInt8>,
    _ right: UnsafeBufferPointer<UInt8>,
    limit: Int
  ) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var start = 0
    let shorter = min(left.count, right.count)
    while start < shorter, left[start] == right[start] { start += 1 }
    var leftEnd = left.count
    var rightEnd = right.count
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    return align(left[start..<leftEnd], right[start..<rightEnd], limit: limit)
  }

  /// The dynamic programme, on what is left between the common beginning and the common end.
  private static func align(
    _ left: Slice<UnsafeBufferPointer<UInt8>>,
    _ right: Slice<UnsafeBufferPointer<UInt8>>,
    limit: Int
  ) -> Int {
    let longer = max(left.count, right.count)
    if left.isEmpty || right.isEmpty || longer == 1 { return min(longer, limit + 1) }
    // Both ends differ, so only a swap of two letters is a single edit.
    if limit < 2 { return isSwap(left, right) ? min(1, limit + 1) : limit + 1 }
    let (first, second, width) = (left.startIndex, right.startIndex, right.count + 1)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * width) { rows in
      let far = Int32(limit + 1)
      rows.initialize(repeating: far)
      var (before, previous, current) = (0, width, 2 * width)
      for column in 0...min(limit, right.count) { rows[previous + column] = Int32(column) }
      for i in 1...left.count {
        // Cells farther than `limit` from the diagonal cost more than that.
        let columns = max(1, i - limit)...max(1, min(right.count, i + limit))
        rows[current + columns.lowerBound - 1] = i <= limit ? Int32(i) : far
        var least = rows[current + columns.lowerBound - 1]
        let letter = left[first + i - 1]
        for j in columns {
          let other = right[second + j - 1]
          let replaced = rows[previous + j - 1] + (letter == other ? 0 : 1)
          var best = min(rows[previous + j] + 1, rows[current + j - 1] + 1, replaced)
          if i > 1, j > 1, letter == right[second + j - 2], left[first + i - 2] == other {
            best = min(best, rows[before + j - 2] + 1)
          }
          rows[current + j] = best
          least = min(least, best)
        }
        if columns.upperBound < right.count { rows[current + columns.upperBound + 1] = far }
        if least >= far { return limit + 1 }
        (before, previous, current) = (previous, current, before)
      }
      return min(Int(rows[previous + right.count]), limit + 1)
    }
  }

  private static func isSwap(
    _ left: Slice<UnsafeBufferPointer<UInt8>>,
    _ right: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    left.count == 2 && right.count == 2 && left.elementsEqual(right.reversed())
  }
}
