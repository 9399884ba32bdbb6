/// When customers order again, and whether they do: told by how long they waited before.
///
/// Each wait is taken as a multiple of the customer's own usual one; all customers together give the share of waits that last longer
/// than a multiple (Kaplan and Meier 1958), where the waits that are still open count as censored. A customer's usual wait is drawn towards
/// that of all, the more so the fewer he had (a shrunk mean).
package struct PurchaseRhythm: Sendable {
  /// The waits between one customer's orders, in days, oldest first, and the days since the last order.
  package struct History: Sendable, Hashable {
    package let waits: [Double]
    package let silence: Double

    package init(waits: [Double], silence: Double) {
      self.waits = waits
      self.silence = silence
    }
  }

  /// The mean wait of all customers, days.
  package let meanWait: Double
  /// The median wait of all customers, days.
  package let medianWait: Double
  /// Waits that ended in an order.
  package let waitCount: Int
  /// Customers whose next order is still open.
  package let openCount: Int
  /// The share of waits longer than a multiple of the usual wait.
  private let survival: SurvivalCurve

  /// So many waits of all customers are put to a customer's own: who had as many is drawn half way.
  private static let pull = 2.0
  /// Waits without which nothing is told.
  package static let leastWaits = 20

  /// The rhythm of customers; nil with too few waits.
  package init?(_ histories: [History]) {
    let all = histories.flatMap(\.waits)
    guard all.count >= Self.leastWaits else { return nil }
    let mean = all.reduce(0, +) / Double(all.count)
    guard mean > 0 else { return nil }
    meanWait = mean
    medianWait = PointTable.quantile(0.5, of: all.sorted())
    waitCount = all.count
    openCount = histories.count
    var waits: [SurvivalCurve.Wait] = []
    for history in histories {
      let sum = history.waits.reduce(0, +)
      for wait in history.waits {
        // A wait is measured by the others of the same customer, not by itself.
        let usual = Self.usual(sum - wait, history.waits.count - 1, mean)
        waits.append(.init(length: wait / usual, isOver: true))
      }
      let usual = Self.usual(sum, history.waits.count, mean)
      waits.append(.init(length: history.silence / usual, isOver: false))
    }
    survival = SurvivalCurve(waits)
  }

  /// A customer's usual wait, days.
  package func usualWait(of history: History) -> Double {
    Self.usual(history.waits.reduce(0, +), history.waits.count, meanWait)
  }

  private static func usual(_ sum: Double, _ count: Int, _ mean: Double) -> Double {
    max(1, (sum + pull * mean) / (Double(count) + pull))
  }

  /// P(no order within so many days from now), given the silence so far; 1 where no customer came back after so long.
  package func chanceOfNoOrder(_ history: History, within days: Double) -> Double {
    let usual = usualWait(of: history)
    let silent = survival.share(beyond: history.silence / usual)
    guard silent > 0 else { return 1 }
    return min(1, survival.share(beyond: (history.silence + days) / usual) / silent)
  }

  /// The days from now within which the next order comes with a probability; nil where it is not that sure to come at all.
  package func days(until probability: Double, _ history: History) -> Double? {
    let usual = usualWait(of: history)
    let silent = survival.share(beyond: history.silence / usual)
    guard silent > 0, let length = survival.length(leaving: silent * (1 - probability)) else {
      return nil
    }
    return max(0, length * usual - history.silence)
  }
}

/// The share of waits that last longer than a length, where some are still open.
struct SurvivalCurve: Sendable {
  /// A wait, in any unit.
  struct Wait {
    let length: Double
    /// False where it was still open at that length.
    let isOver: Bool
  }

  /// Lengths at which waits ended, ascending, and the share that lasts longer.
  private let steps: [(length: Double, share: Double)]

  /// The product-limit estimate of Kaplan and Meier (1958).
  init(_ waits: [Wait]) {
    let sorted = waits.sorted { $0.length < $1.length }
    var steps: [(length: Double, share: Double)] = []
    var share = 1.0
    var place = 0
    while place < sorted.count {
      let length = sorted[place].length
      let atRisk = Double(sorted.count - place)
      var ended = 0.0
      while place < sorted.count, sorted[place].length == length {
        if sorted[place].isOver { ended += 1 }
        place += 1
      }
      guard ended > 0 else { continue }
      share *= 1 - ended / atRisk
      steps.append((length, share))
    }
    self.steps = steps
  }

  /// The share of waits longer than a length.
  func share(beyond length: Double) -> Double {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].length <= length { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 1 : steps[low - 1].share
  }

  /// The shortest length that at most such a share of waits outlasts; nil where more outlast all lengths seen.
  func length(leaving share: Double) -> Double? {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].share <= share { high = middle } else { low = middle + 1 }
    }
    return low < steps.count ? steps[low].length : nil
  }
}
