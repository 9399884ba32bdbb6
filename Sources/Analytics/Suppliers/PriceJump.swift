package import Values

/// A change of a purchase price that is out of all proportion to the usual ones.
package struct PriceJump: Hashable, Sendable {
  /// The place of its history among those examined.
  package let history: Int
  package let day: CalendarDay
  package let before: Double
  package let after: Double
  /// Robust score of the relative change.
  package let score: Double

  /// The relative change, a fraction.
  package var change: Double { after / before - 1 }

  /// Relative changes below this are never told.
  package static let leastChange = 0.05
  /// Changes without which nothing is usual.
  package static let leastChanges = 8

  /// The jumps among the changes of some price histories, each by day; nil with too few changes to know what is usual.
  package static func found(in histories: [[(day: CalendarDay, price: Double)]]) -> [PriceJump]? {
    var changes: [PriceJump] = []
    for (place, history) in histories.enumerated() {
      let sorted = history.filter { $0.price > 0 }.sorted { $0.day < $1.day }
      for (old, new) in zip(sorted, sorted.dropFirst()) {
        changes.append(
          PriceJump(history: place, day: new.day, before: old.price, after: new.price, score: 0)
        )
      }
    }
    guard changes.count >= leastChanges else { return nil }
    guard let scale = RobustScale(changes.map(\.change)) else { return [] }
    return changes.map { jump in
      PriceJump(
        history: jump.history,
        day: jump.day,
        before: jump.before,
        after: jump.after,
        score: scale.score(of: jump.change)
      )
    }.filter { abs($0.score) > RobustScale.threshold && abs($0.change) >= leastChange }
  }
}
