package import Values

/// A change between two stock snapshots that is out of the ordinary for what was counted.
package struct StockJump: Hashable, Sendable {
  /// The place of its series among those examined.
  package let series: Int
  /// The day of the snapshot before.
  package let since: CalendarDay
  package let day: CalendarDay
  package let before: Double
  package let after: Double

  package var change: Double { after - before }

  /// Changes smaller than this part of the stock are never told: of the stock before, or of the usual one where that is more.
  package static let leastPart = 0.5
  /// Changes without which nothing is usual.
  package static let leastChanges = 8

  /// The jumps of one series of snapshots, each by day; nil with too few of them to know what is usual.
  ///
  /// Rises are held against the series' other rises and falls against its falls, as deliveries come in lots and sales piece by piece;
  /// where one way has too few of them, against all changes.
  package static func found(
    in snapshots: [(day: CalendarDay, quantity: Double)],
    series: Int = 0
  ) -> [StockJump]? {
    let sorted = snapshots.sorted { $0.day < $1.day }
    let changes = zip(sorted, sorted.dropFirst()).map { old, new in
      StockJump(
        series: series,
        since: old.day,
        day: new.day,
        before: old.quantity,
        after: new.quantity
      )
    }
    guard changes.count >= leastChanges,
      let usual = PriceIndex.median(sorted.map(\.quantity))
    else { return nil }
    let all = RobustScale(changes.map(\.change))
    let scales = [true, false].map { rises in
      let same = changes.filter { $0.change != 0 && ($0.change > 0) == rises }
      return same.count < leastChanges ? all : RobustScale(same.map(\.change))
    }
    return changes.filter { jump in
      guard jump.change != 0, abs(jump.change) >= leastPart * max(jump.before, usual),
        let scale = jump.change > 0 ? scales[0] : scales[1]
      else { return false }
      let score = scale.score(of: jump.change)
      // A small rise among large ones is no jump.
      return abs(score) > RobustScale.threshold && (score > 0) == (jump.change > 0)
    }
  }
}
