/// What was bought together: sets of things, each thing and each set by its number from 0.
package struct Baskets: Sendable {
  /// In how many baskets each thing is.
  package let counts: [Int]
  /// Where each basket begins in `things`, and where the last one ends.
  private let starts: [Int]
  private let things: [Int32]

  /// Sorts rows into baskets; a thing that a basket names twice is in it once.
  ///
  /// - Parameters:
  ///   - rows: a basket and a thing each, in any order.
  ///   - basketCount: more than any number of a basket.
  ///   - thingCount: more than any number of a thing.
  package init(rows: [(basket: Int, thing: Int)], basketCount: Int, thingCount: Int) {
    var places = [Int](repeating: 0, count: basketCount + 1)
    for row in rows { places[row.basket + 1] += 1 }
    for basket in 0..<basketCount { places[basket + 1] += places[basket] }
    var unsorted = [Int32](repeating: 0, count: rows.count)
    var next = places
    for row in rows {
      unsorted[next[row.basket]] = Int32(row.thing)
      next[row.basket] += 1
    }
    var starts = [0]
    starts.reserveCapacity(basketCount + 1)
    var things: [Int32] = []
    things.reserveCapacity(rows.count)
    var counts = [Int](repeating: 0, count: thingCount)
    for basket in 0..<basketCount {
      var last: Int32 = -1
      for thing in unsorted[places[basket]..<places[basket + 1]].sorted() where thing != last {
        things.append(thing)
        counts[Int(thing)] += 1
        last = thing
      }
      starts.append(things.count)
    }
    self.starts = starts
    self.things = things
    self.counts = counts
  }

  /// How many baskets there are.
  package var count: Int { starts.count - 1 }

  /// Baskets with two things or more.
  package var countOfSeveral: Int {
    (0..<count).count { starts[$0 + 1] - starts[$0] > 1 }
  }

  /// The things of a basket, in the order of their numbers.
  package func things(of basket: Int) -> ArraySlice<Int32> {
    things[starts[basket]..<starts[basket + 1]]
  }

  /// The pairs that stand together in at least so many baskets.
  ///
  /// Only things that are themselves in so many baskets are paired (the Apriori property, Agrawal and Srikant 1994); with
  /// pairs alone nothing is gained by a tree.
  ///
  /// - Parameter least: baskets, at least 1.
  /// - Returns: in the order of their numbers.
  package func pairs(inAtLeast least: Int) -> [ThingPair] {
    let frequent = counts.indices.filter { counts[$0] >= max(1, least) }
    var rank = [Int32](repeating: -1, count: counts.count)
    for (number, thing) in frequent.enumerated() { rank[thing] = Int32(number) }
    var tally = PairTally(thingCount: frequent.count)
    var ranks: [Int32] = []
    for basket in 0..<count {
      ranks.removeAll(keepingCapacity: true)
      for thing in things(of: basket) where rank[Int(thing)] >= 0 { ranks.append(rank[Int(thing)]) }
      tally.add(ranks)
    }
    return tally.pairs(inAtLeast: max(1, least)).map {
      ThingPair(first: frequent[$0.first], second: frequent[$0.second], together: $0.together)
    }
  }

  /// In how many baskets each thing stands beside one of some things.
  package func companions(of chosen: Set<Int>) -> (baskets: Int, counts: [Int]) {
    var beside = [Int](repeating: 0, count: counts.count)
    var found = 0
    for basket in 0..<count {
      let content = things(of: basket)
      guard content.contains(where: { chosen.contains(Int($0)) }) else { continue }
      found += 1
      for thing in content where !chosen.contains(Int(thing)) { beside[Int(thing)] += 1 }
    }
    return (found, beside)
  }
}

/// Two things and the number of baskets that hold both; the first has the lower number.
package struct ThingPair: Sendable, Hashable {
  package let first: Int
  package let second: Int
  package let together: Int

  package init(first: Int, second: Int, together: Int) {
    self.first = first
    self.second = second
    self.together = together
  }
}

/// Counts pairs: in a triangle where it is small enough, else by the pairs that occur.
private struct PairTally {
  private let thingCount: Int
  private var triangle: [Int32]
  private var sparse: [Int: Int32] = [:]

  /// Things up to which a triangle of 32 MB holds all pairs.
  private static let denseLimit = 4_000

  init(thingCount: Int) {
    self.thingCount = thingCount
    let isDense = thingCount <= Self.denseLimit
    triangle = [Int32](repeating: 0, count: isDense ? thingCount * (thingCount - 1) / 2 : 0)
  }

  /// Counts each pair of a basket, whose things are in order.
  mutating func add(_ things: [Int32]) {
    guard things.count > 1 else { return }
    let isDense = thingCount <= Self.denseLimit
    for upper in 1..<things.count {
      let second = Int(things[upper])
      let row = second * (second - 1) / 2
      for lower in 0..<upper {
        let place = row + Int(things[lower])
        if isDense { triangle[place] += 1 } else { sparse[place, default: 0] += 1 }
      }
    }
  }

  /// The pairs counted often enough, in order.
  func pairs(inAtLeast least: Int) -> [ThingPair] {
    var found: [ThingPair] = []
    if thingCount <= Self.denseLimit {
      var place = 0
      for second in 0..<thingCount {
        for first in 0..<second {
          if triangle[place] >= Int32(least) {
            found.append(
              ThingPair(first: first, second: second, together: Int(triangle[place]))
            )
          }
          place += 1
        }
      }
    } else {
      for (place, together) in sparse where together >= Int32(least) {
        // The row of a triangle: the greatest s with s (s − 1) / 2 ≤ place.
        var second = Int((1 + Double(1 + 8 * place).squareRoot()) / 2)
        while second * (second - 1) / 2 > place { second -= 1 }
        while (second + 1) * second / 2 <= place { second += 1 }
        let first = place - second * (second - 1) / 2
        found.append(ThingPair(first: first, second: second, together: Int(together)))
      }
    }
    return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}
