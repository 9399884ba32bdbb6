/// Until when an order can wait.
///
/// The last day d such that on hand − Σ forecast through d + lead ≥ the sales of one day, the mean forecast of the
/// lead time. Open orders are not counted. Days count from now: 0 is today.
package struct LatestOrder: Sendable, Equatable {
  /// What the day says.
  package enum Outcome: Sendable, Equatable {
    /// The day is the last one.
    case dated
    /// Even an order of today comes too late; there is no day.
    case tooLate
    /// The day is the last that the forecast reaches; an order can wait until then at least.
    case beyondHorizon
    /// The forecast ends before an order of today would come; there is no day.
    case horizonTooShort
  }

  /// What the day says.
  package let outcome: Outcome
  /// The day, counted from now.
  package let day: Int?
  /// Units.
  package let onHand: Double
  /// Days from order to receipt.
  package let leadTimeDays: Int
  /// The sales of one day that are to be left, units.
  package let dailySales: Double
  /// Demand through the receipt of an order of that day (of today, without a day), units.
  package let demandUntilReceipt: Double

  /// What is left on hand at that receipt, units.
  package var remaining: Double { onHand - demandUntilReceipt }

  /// Looks for the day.
  package init(_ situation: StockSituation) {
    let lead = situation.leadTimeDays
    let sales = situation.dailyForecast
    let lasts = { (day: Int) in
      let demand = situation.expectedDemand(through: day + lead)
      return !BinaryNoise.isAbove(demand + sales, situation.onHand)
    }
    // Demand only grows with the day: the days that last are the first ones.
    let days = 0..<max(0, situation.horizon - lead + 1)
    let last = days.prefix(while: lasts).last
    outcome = Self.outcome(last: last, days: days, lastsToday: lasts(0))
    day = last
    onHand = situation.onHand
    leadTimeDays = lead
    dailySales = sales
    demandUntilReceipt = situation.expectedDemand(through: (last ?? 0) + lead)
  }

  private static func outcome(last: Int?, days: Range<Int>, lastsToday: Bool) -> Outcome {
    guard lastsToday else { return .tooLate }
    guard let last else { return .horizonTooShort }
    return last == days.last ? .beyondHorizon : .dated
  }
}
