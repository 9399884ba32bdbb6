/// Three things and the number of baskets that hold all of them, by rising numbers.
struct ThingTriple: Hashable {
  let first: Int
  let second: Int
  let third: Int
}

extension Baskets {
  /// The triples that stand together in at least so many baskets, with their numbers of baskets.
  ///
  /// Only triples whose three pairs stand together so often are counted (the Apriori property, Agrawal and Srikant 1994).
  ///
  /// - Parameters:
  ///   - pairs: the pairs in at least so many baskets.
  ///   - least: baskets, at least 1.
  /// - Returns: how many baskets hold each triple.
  func triples(of pairs: [ThingPair], inAtLeast least: Int) -> [ThingTriple: Int] {
    let paired = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
    var rank = [Int32](repeating: -1, count: counts.count)
    for (number, thing) in paired.enumerated() { rank[thing] = Int32(number) }
    var tally = TripleTally(
      thingCount: paired.count,
      pairs: pairs.map { (Int(rank[$0.first]), Int(rank[$0.second])) }
    )
    var ranks: [Int] = []
    for basket in 0..<count {
      ranks.removeAll(keepingCapacity: true)
      for thing in things(of: basket) where rank[Int(thing)] >= 0 {
        ranks.append(Int(rank[Int(thing)]))
      }
      if ranks.count > 2 { tally.add(ranks) }
    }
    var found: [ThingTriple: Int] = [:]
    for (key, together) in tally.counts(inAtLeast: least) {
      let (first, second, third) = tally.things(key)
      let triple = ThingTriple(first: paired[first], second: paired[second], third: paired[third])
      found[triple] = together
    }
    return found
  }
}

/// Counts triples: in a cube where it is small enough, else by the triples that occur.
private struct TripleTally {
  private let thingCount: Int
  /// Which pairs are frequent, row after row, both ways round; where there are too many things, by the pairs that are.
  private var table: [Bool]
  private var frequent: Set<Int> = []
  private var cube: [Int32]
  private var sparse: [Int: Int32] = [:]

  /// Things up to which a cube of 32 MB holds all triples.
  private static let denseLimit = 200
  /// Things up to which a table of 16 MB holds which pairs are frequent.
  private static let tableLimit = 4_000

  init(thingCount: Int, pairs: [(Int, Int)]) {
    self.thingCount = thingCount
    let isDense = thingCount <= Self.denseLimit
    cube = [Int32](repeating: 0, count: isDense ? thingCount * thingCount * thingCount : 0)
    let hasTable = thingCount <= Self.tableLimit
    table = [Bool](repeating: false, count: hasTable ? thingCount * thingCount : 0)
    for (first, second) in pairs {
      for place in [first * thingCount + second, second * thingCount + first] {
        if hasTable { table[place] = true } else { frequent.insert(place) }
      }
    }
  }

  private func isFrequent(_ place: Int) -> Bool {
    table.isEmpty ? frequent.contains(place) : table[place]
  }

  /// Counts each triple of a basket, whose things are in order.
  mutating func add(_ things: [Int]) {
    for third in 2..<things.count {
      let thirdRow = things[third] * thingCount
      for second in 1..<third where isFrequent(thirdRow + things[second]) {
        let secondRow = things[second] * thingCount
        for first in 0..<second {
          let thing = things[first]
          guard isFrequent(thirdRow + thing), isFrequent(secondRow + thing) else { continue }
          let key = (thirdRow + things[second]) * thingCount + thing
          if cube.isEmpty { sparse[key, default: 0] += 1 } else { cube[key] += 1 }
        }
      }
    }
  }

  /// The triples counted often enough, by their keys.
  func counts(inAtLeast least: Int) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (key, count) in cube.enumerated() where count >= Int32(max(1, least)) {
      found[key] = Int(count)
    }
    for (key, count) in sparse where count >= Int32(max(1, least)) { found[key] = Int(count) }
    return found
  }

  /// The things of a key, by rising numbers.
  func things(_ key: Int) -> (Int, Int, Int) {
    (key % thingCount, key / thingCount % thingCount, key / (thingCount * thingCount))
  }
}
