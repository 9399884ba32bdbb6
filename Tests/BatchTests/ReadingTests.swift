import FolderSupport
import Analytics
import SQLiteStore
import Testing
import Values

@testable import Batch

@Suite("Reading the user's database")
struct ReadingTests {
  let folder = TemporaryFolder()

  @Test(
    "demand: cancelled orders count for nothing, days without sales are 0, bad rows are left out"
  )
  func demand() throws {
    let shop = try Shop(folder, Shop.three)
    let facts = try shop.facts(now: "2026-01-31")
    let reader = DemandReader(connection: shop.connection, facts: facts)
    let products = try ProductReader(connection: shop.connection, facts: facts).products()
    let demand = try reader.demand(of: products)
    let chair = try #require(demand[0].series)
    var expected = [Double](repeating: 0, count: 31)
    (expected[0], expected[4], expected[7], expected[19]) = (2, 4.5, 4, 1)
    #expect(chair.firstDay == CalendarDay(iso: "2026-01-01"))
    #expect(chair.quantities == expected)
    #expect(demand[0].lastSale == CalendarDay(iso: "2026-01-20"))
    #expect(demand[1].series == nil)
    #expect(demand[2].series?.firstDay == CalendarDay(iso: "2024-01-01"))
  }

  @Test("a promotion goes on over a pause of three days, not of four")
  func promotions() throws {
    let shop = try Shop(folder, Shop.three)
    let facts = try shop.facts(now: "2026-01-31")
    let products = try ProductReader(connection: shop.connection, facts: facts).products()
    let demand = try DemandReader(connection: shop.connection, facts: facts).demand(of: products)
    let promoted = try #require(demand[0].series).promotions.indices
      .filter { demand[0].series?.promotions[$0] == 1 }
    #expect(promoted == [4, 5, 6, 7, 19])
    var pauses: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 0, 1]
    DemandReader.fillPauses(&pauses)
    #expect(pauses == [1, 1, 1, 1, 1, 0, 0, 0, 0, 1])
  }

  @Test("products: own lead time, else the supplier's, else five days")
  func products() throws {
    let shop = try Shop(folder, Shop.three)
    let facts = try shop.facts(now: "2026-01-31")
    let products = try ProductReader(connection: shop.connection, facts: facts).products()
    #expect(products.map(\.leadTimeDays) == [4, 12, 5])
    #expect(products.map(\.packSize) == [6, nil, nil])
    #expect(products.map(\.unitPrice) == [50, nil, 10])
    #expect(products.map(\.isActive) == [true, true, false])
  }

  @Test("stock: the newest snapshot of each warehouse up to now; orders by their day")
  func stock() throws {
    let shop = try Shop(folder, Shop.three)
    let stock = try StockFacts.read(shop.connection, try shop.facts(now: "2026-01-31"))
    #expect(stock.onHand == [.integer(1): 13, .integer(2): 0])
    #expect(stock.openQuantity == [.integer(1): 17])
    let receipts = stock.receipts[.integer(1)] ?? []
    #expect(
      receipts.sorted { $0.day < $1.day } == [
        ExpectedReceipt(day: -6, quantity: 4), ExpectedReceipt(day: 3, quantity: 12),
      ]
    )
  }

  @Test(
    "recurrences",
    arguments: [
      (.fixed(month: 12, day: 25), ["2025-12-25", "2026-12-25"]),
      (.fixed(month: 2, day: 29), ["2025-02-28", "2026-02-28"]),
      (.weekday(month: 11, weekday: 5, nth: 4), ["2025-11-28", "2026-11-27"]),
      (.weekday(month: 5, weekday: 7, nth: -1), ["2025-05-25", "2026-05-31"]),
      (.weekday(month: 2, weekday: 7, nth: 5), []),
      (.easter(offset: 1), ["2025-04-21", "2026-04-06"]),
      (.hijri(month: 9, day: 1), ["2025-03-01", "2026-02-18"]),
    ] as [(Recurrence, [String])]
  )
  func recurrences(recurrence: Recurrence, days: [String]) {
    #expect(recurrence.days(2025...2026).map(\.iso) == days)
  }

  @Test(
    "events: active ones of a known recurrence, the database's own next day, a week around or as said"
  )
  func events() throws {
    let shop = try Shop(
      folder,
      Shop.three + """
        CREATE TABLE learned_events(id INTEGER PRIMARY KEY, name TEXT, recurrence_type TEXT,
          recurrence_params TEXT, next_occurrence TEXT, is_active INTEGER);
        INSERT INTO learned_events VALUES
          (1, 'Noël', 'fixed', '{"month":12,"day":25}', '2026-12-25', 1),
          (2, 'Soldes', 'weekday', '{"month":1,"weekday":3,"nth":2,"duration_days":28}', NULL, 1),
          (3, 'Ramadan', 'hijri', '{"month":9,"day":1,"days_before":0,"days_after":29}', '2026-02-19', 1),
          (4, 'Canicule', 'irregular', '{"threshold_celsius":35}', NULL, 1),
          (5, 'Ancien', 'fixed', '{"month":3,"day":1}', NULL, 0), (6, 'Cassé', 'fixed', '{', NULL, 1);
        """
    )
    let facts = try shop.facts(now: "2026-01-31")
    let first = try #require(CalendarDay(iso: "2025-06-01"))
    let events = try EventReader(connection: shop.connection, facts: facts)
      .events(from: first, through: first.adding(days: 500))
    #expect(events.map(\.name) == ["Noël", "Soldes", "Ramadan"])
    let windows = events.map { $0.windows.map { "\($0.lowerBound)/\($0.upperBound)" } }
    #expect(windows[0] == ["2025-12-22/2025-12-28"])
    #expect(windows[1] == ["2026-01-14/2026-02-10"])
    #expect(windows[2] == ["2026-02-19/2026-03-20"])
  }
}

@Suite("The clock")
struct LocalTimeTests {
  @Test("the next time of day is later today, else tomorrow")
  func next() {
    let noon = 1_774_958_400
    for minute in [0, 30, 12 * 60, 23 * 60 + 59] {
      let next = LocalTime.next(minute: minute, after: noon)
      #expect(next > noon && next <= noon + 25 * 3_600)
      let (hour, rest) = (minute / 60, minute % 60)
      let text = (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest):00"
      #expect(LocalTime.text(of: next).hasSuffix(" " + text))
    }
  }
}
