import Values

/// How an order travels.
struct Delivery {
  /// Who carries it.
  var carrier: Carrier
  /// What was promised.
  var mode: ShipMode
  /// Positions of the days, whether or not they have come yet.
  var shipped: Int
  var delivered: Int
  /// What the customer was charged, in cents.
  var costCents: Int

  /// Who carries parcels; the names are invented.
  enum Carrier: String, CaseIterable {
    /// The largest.
    case hexapost = "Hexapost"
    /// The most punctual.
    case rapideo = "Rapidéo"
    /// The one that is late.
    case transvallee = "Transvallée"
    /// The smallest.
    case septentrio = "Septentrio"

    fileprivate var weight: Double {
      switch self {
      case .hexapost: 38
      case .rapideo: 27
      case .transvallee: 22
      case .septentrio: 13
      }
    }

    /// Share of parcels that come after the promised day.
    fileprivate var lateShare: Double {
      switch self {
      case .hexapost: 0.07
      case .rapideo: 0.04
      case .transvallee: 0.24
      case .septentrio: 0.11
      }
    }
  }

  /// The promise made to the customer.
  enum ShipMode: String {
    /// At home, five days.
    case standard = "Standard"
    /// At a shop nearby.
    case relay = "Point relais"
    /// Two days.
    case express = "Express"
    /// One day.
    case nextDay = "Lendemain"

    /// Promised days from order to delivery.
    var scheduledDays: Int {
      switch self {
      case .standard: 5
      case .relay: 4
      case .express: 2
      case .nextDay: 1
      }
    }

    fileprivate var baseCents: Int {
      switch self {
      case .standard: 600
      case .relay: 400
      case .express: 1000
      case .nextDay: 1500
      }
    }
  }

  /// The journey of an order placed that day and hour.
  init(day: Int, second: Int, city: Int, amountCents: Int, _ random: inout SplitMix64) {
    let isAbroad = City.all[city].country != "France"
    carrier = random.weighted(Carrier.allCases.map { ($0, $0.weight) })
    mode = random.weighted([(.standard, 48), (.relay, 28), (.express, 18), (.nextDay, 6)])
    let scheduled = mode.scheduledDays
    let month = DemoCalendar.day(at: day).month
    let lateShare = carrier.lateShare * (month == 12 ? 1.7 : 1) * (isAbroad ? 1.5 : 1)
    let isLate = random.chance(lateShare)
    let early = mode == .standard || mode == .relay ? random.below(3) : 0
    let total = isLate ? scheduled + 1 + random.below(4) : scheduled - early
    let preparation = scheduled > 2 || second > 15 * 3600 ? min(total, 1) : 0
    shipped = day + preparation
    delivered = day + total
    let isFree = mode == .standard && amountCents >= 8000
    let weight = amountCents > 30_000 ? 600 : 0
    costCents = isFree ? 0 : mode.baseCents + (isAbroad ? 500 : 0) + weight
  }

  /// Where the order stands on the last day of the demonstration.
  func status(day: Int, _ random: inout SplitMix64) -> CustomerOrder.Status {
    if random.chance(0.024) { return .cancelled }
    if random.chance(0.004) { return .suspectedFraud }
    let last = DemoCalendar.lastIndex
    if delivered <= last && !(delivered == last && random.chance(0.3)) { return .delivered }
    if shipped <= last && day < last { return .shipped }
    return random.chance(0.6) ? .confirmed : .pending
  }
}
