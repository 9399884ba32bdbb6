/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost 1.
///
/// - Returns: the distance, or `limit + 1` as soon as it is known to exceed `limit`.
package func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int = .max - 1) -> Int {
  if abs(left.count - right.count) > limit { return limit + 1 }
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  for i in 1...left.count {
    var current = [i] + [Int](repeating: 0, count: right.count)
    for j in 1...right.count {
      let cost = left[i - 1] == right[j - 1] ? 0 : 1
      var best = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        best = min(best, beforePrevious[j - 2] + 1)
      }
      current[j] = best
    }
    if (current.min() ?? 0) > limit { return limit + 1 }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[right.count]
}

/// The candidate nearest to a word, when it is near enough to be a slip of the finger.
package func nearest(to word: String, among candidates: [String]) -> String? {
  let limit = word.utf8.count <= 4 ? 1 : word.utf8.count <= 7 ? 2 : 3
  let bytes = Array(word.utf8)
  let scored = candidates.map { ($0, editDistance(bytes, Array($0.utf8), limit: limit)) }
  return scored.filter { $0.1 <= limit }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}
