import Glibc

/// Things that are told from the others by few cuts: the isolation forest of Liu, Ting & Zhou (2008).
///
/// Each tree cuts a sample of the rows by random features at random values until every row is alone; a row that is
/// alone after few cuts is unusual. Seeded, so that the same rows score the same.
package struct IsolationForest: Sendable {
  /// One cut or leaf.
  private struct Node {
    /// −1 for a leaf.
    var feature: Int32
    /// Values below go left.
    var threshold: Double
    var left: Int32
    var right: Int32
    /// Cuts on the way, with those that the rows of a leaf would still take.
    var depth: Double
  }

  private let trees: [[Node]]
  private let sampleSize: Int

  /// Trees where nothing is said.
  package static let usualTrees = 100
  /// Rows that a tree is grown from at most.
  package static let usualSample = 256

  /// Grows the trees.
  ///
  /// - Parameters:
  ///   - rows: one array of features a row, all of one length.
  ///   - trees: how many.
  ///   - seed: what the cuts are drawn from.
  package init(_ rows: [[Double]], trees: Int = usualTrees, seed: UInt64 = 1) {
    sampleSize = min(Self.usualSample, rows.count)
    let limit = Int(log2(Double(max(2, sampleSize))).rounded(.up))
    var chance = SeededChance(seed: seed)
    var grown: [[Node]] = []
    for _ in 0..<(rows.count < 2 ? 0 : trees) {
      let sample = Self.sample(sampleSize, of: rows.count, &chance)
      var nodes: [Node] = []
      Self.grow(rows, sample, depth: 0, limit: limit, &nodes, &chance)
      grown.append(nodes)
    }
    self.trees = grown
  }

  /// 2^(−mean depth ÷ c(n)): near 1 is unusual, below 0.5 is usual.
  package func score(_ row: [Double]) -> Double {
    guard !trees.isEmpty else { return 0 }
    let depth = trees.reduce(0.0) { $0 + Self.depth(of: row, in: $1) } / Double(trees.count)
    return exp2(-depth / max(Self.meanDepth(sampleSize), 1e-9))
  }

  /// c(n) = 2 H(n − 1) − 2 (n − 1) ÷ n: the mean cuts to find nothing in a binary search tree.
  static func meanDepth(_ count: Int) -> Double {
    if count <= 1 { return 0 }
    if count == 2 { return 1 }
    let number = Double(count)
    return 2 * (log(number - 1) + 0.577_215_664_901_532_9) - 2 * (number - 1) / number
  }

  private static func depth(of row: [Double], in nodes: [Node]) -> Double {
    nodes.withUnsafeBufferPointer { nodes in
      var index = 0
      while nodes[index].feature >= 0 {
        let node = nodes[index]
        index = Int(row[Int(node.feature)] < node.threshold ? node.left : node.right)
      }
      return nodes[index].depth
    }
  }

  /// Adds the tree of some rows, and returns where its root stands.
  @discardableResult
  private static func grow(
    _ rows: [[Double]],
    _ sample: [Int],
    depth: Int,
    limit: Int,
    _ nodes: inout [Node],
    _ chance: inout SeededChance
  ) -> Int32 {
    let place = nodes.count
    let leaf = Double(depth) + meanDepth(sample.count)
    nodes.append(Node(feature: -1, threshold: 0, left: 0, right: 0, depth: leaf))
    guard depth < limit, sample.count > 1, let cut = cut(rows, sample, &chance) else {
      return Int32(place)
    }
    let left = sample.filter { rows[$0][cut.feature] < cut.threshold }
    let right = sample.filter { !(rows[$0][cut.feature] < cut.threshold) }
    nodes[place].feature = Int32(cut.feature)
    nodes[place].threshold = cut.threshold
    nodes[place].left = grow(rows, left, depth: depth + 1, limit: limit, &nodes, &chance)
    nodes[place].right = grow(rows, right, depth: depth + 1, limit: limit, &nodes, &chance)
    return Int32(place)
  }

  /// A feature that differs among the rows, and a value within its range; nil where all are equal.
  private static func cut(
    _ rows: [[Double]],
    _ sample: [Int],
    _ chance: inout SeededChance
  ) -> (feature: Int, threshold: Double)? {
    var features = Array(rows[sample[0]].indices)
    while !features.isEmpty {
      let feature = features.remove(at: chance.below(features.count))
      var (low, high) = (Double.infinity, -Double.infinity)
      for row in sample {
        low = min(low, rows[row][feature])
        high = max(high, rows[row][feature])
      }
      if high > low {
        // Above the lowest, so that both sides have rows.
        return (feature, high - (high - low) * chance.unit())
      }
    }
    return nil
  }

  /// Different rows, drawn without putting back (Floyd).
  private static func sample(_ size: Int, of count: Int, _ chance: inout SeededChance) -> [Int] {
    var taken: Set<Int> = []
    var sample: [Int] = []
    for upper in (count - size)..<count {
      let drawn = chance.below(upper + 1)
      let row = taken.contains(drawn) ? upper : drawn
      taken.insert(row)
      sample.append(row)
    }
    return sample
  }
}
