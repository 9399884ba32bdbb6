import SeedSupport
import Testing
import Values

@testable import Analytics

@Suite("Deliveries foretold from what is known when an order is placed")
struct DeliveryModelTests {
  private static let firstDay = CalendarDay(ordinal: 700_000)

  /// So many orders of a level, as many days, some of them late.
  private static func orders(
    _ level: Int?,
    days: Int,
    _ count: Double,
    late: Double = 0,
    day: Int = 0
  ) -> DeliveryCase {
    DeliveryCase(
      day: firstDay.adding(days: day),
      levels: [level],
      days: days,
      count: count,
      scheduled: count,
      late: late
    )
  }

  @Test("A group of 60 orders counts 60 against 40 of all orders")
  func smoothing() throws {
    let model = DeliveryModel([
      Self.orders(0, days: 5, 60, late: 30), Self.orders(1, days: 2, 40, late: 4),
    ])
    #expect(model.baseRate == 0.34)
    let outlook = try #require(model.table(of: [0]).outlook(of: [0]))
    let late = try #require(outlook.lateChance)
    #expect(abs(late - (30 + 40 * 0.34) / 100) < 1e-12)
    // Five days: (60 + 40 × 0.6) ÷ 100.
    #expect(outlook.chances.map(\.days) == [2, 5])
    #expect(abs(outlook.chances[1].chance - 0.84) < 1e-12)
    #expect(abs(outlook.meanDays - (5 * 0.84 + 2 * 0.16)) < 1e-12)
    #expect(outlook.quantile(0.1) == 2 && outlook.quantile(0.8) == 5 && outlook.support == 60)
  }

  @Test("What is not known of an order, or was never seen, leaves the wider group")
  func unknown() throws {
    let model = DeliveryModel([
      Self.orders(0, days: 5, 60, late: 30), Self.orders(1, days: 2, 40, late: 4),
    ])
    #expect(model.table(of: []).outlook(of: [nil])?.lateChance == 0.34)
    #expect(model.table(of: [0]).outlook(of: [7])?.lateChance == 0.34)
    #expect(DeliveryModel([]).table(of: []).outlook(of: [nil]) == nil)
  }

  @Test("An order that is under way has lost the days gone by")
  func underWay() throws {
    let model = DeliveryModel([
      Self.orders(nil, days: 2, 80), Self.orders(nil, days: 6, 20, late: 20),
    ])
    let outlook = try #require(model.table(of: []).outlook(of: [nil]))
    #expect(outlook.lateChance == 0.2)
    let left = try #require(outlook.still(underWayAfter: 3))
    #expect(left.chances.map(\.days) == [6] && abs((left.lateChance ?? 0) - 1) < 1e-12)
    #expect(outlook.still(underWayAfter: 6) == nil)
  }

  @Test("The factor that tells comes first; chance alone tells nothing")
  func ranking() {
    var source = SplitMix64(seed: 7)
    let cases = (0..<2000).map { _ -> DeliveryCase in
      let (noise, carrier) = (source.below(5), source.below(2))
      let late = source.unit() < (carrier == 0 ? 0.4 : 0.05)
      return DeliveryCase(
        day: Self.firstDay,
        levels: [noise, carrier],
        days: late ? 6 : 3,
        scheduled: 1,
        late: late ? 1 : 0
      )
    }
    let ranked = DeliveryFactor.ranked(cases)
    #expect(ranked.map(\.index) == [1, 0])
    #expect((ranked[0].lateShare ?? 0) > 0.12 && (ranked[1].lateShare ?? 1) < 0.005)
    #expect(ranked[0].levels.first?.number == 0, "the level most often late stands first")
    #expect(DeliveryModel(cases).used(of: [0, 1]).first == 1)
  }

  @Test("Orders kept back come as foretold, with their risk in bands from low to high")
  func backtest() throws {
    var source = SplitMix64(seed: 11)
    let cases = (0..<4000).map { place -> DeliveryCase in
      let carrier = source.below(2)
      let late = source.unit() < (carrier == 0 ? 0.3 : 0.05)
      return DeliveryCase(
        day: Self.firstDay.adding(days: place / 10),
        levels: [carrier],
        days: late ? 7 : 4,
        scheduled: 1,
        late: late ? 1 : 0
      )
    }
    let test = try #require(DeliveryBacktest(cases))
    #expect(test.count > 700 && abs(test.bias) < 0.2)
    #expect(test.bands.first.map { $0.forecast < 0.1 } == true)
    #expect(test.bands.last.map { $0.forecast > 0.2 } == true)
    for band in test.bands { #expect(abs(band.forecast - band.observed) < 0.08) }
    #expect((test.skill ?? 0) > 0.02)
    #expect(DeliveryBacktest(Array(cases.prefix(60))) == nil, "too few on either side")
  }

  @Test("Without schedules there are days and no risk")
  func noSchedule() throws {
    let cases = (0..<200).map { place in
      DeliveryCase(day: Self.firstDay.adding(days: place), levels: [place % 2], days: 3 + place % 2)
    }
    let model = DeliveryModel(cases)
    #expect(model.baseRate == nil)
    #expect(model.table(of: [0]).outlook(of: [1])?.lateChance == nil)
    #expect(DeliveryBacktest(cases, bands: 4)?.bands.isEmpty != false)
  }
}
