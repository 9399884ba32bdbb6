import Analytics
import Testing
import Values

@Suite("Jumps of stock")
struct StockJumpTests {
  private static let start = CalendarDay(ordinal: 700_000)

  /// A snapshot a week.
  private func weekly(_ quantities: [Double]) -> [(day: CalendarDay, quantity: Double)] {
    quantities.enumerated().map { (Self.start.adding(days: 7 * $0), $1) }
  }

  /// Sales of 9 to 11 a week, a delivery of about 40 each fourth one.
  private var usual: [Double] {
    var level = 100.0
    var levels = [level]
    for week in 1...60 {
      level += week % 4 == 0 ? Double(30 + week % 3) : -Double(9 + week % 3)
      levels.append(level)
    }
    return levels
  }

  @Test("Ordinary deliveries and sales are none, a delivery of ten times the usual one is")
  func delivery() throws {
    #expect(StockJump.found(in: weekly(usual))?.isEmpty == true)
    let last = try #require(usual.last)
    let jumps = try #require(StockJump.found(in: weekly(usual + [last + 400]), series: 3))
    #expect(jumps.map(\.change) == [400] && jumps[0].series == 3)
    #expect(jumps[0].before == last && jumps[0].after == last + 400)
    #expect(jumps[0].day == Self.start.adding(days: 7 * 61))
    #expect(jumps[0].since == Self.start.adding(days: 7 * 60))
  }

  @Test("A collapse is held against falls, and a small rise among large ones is no jump")
  func fall() throws {
    let last = try #require(usual.last)
    let jumps = try #require(StockJump.found(in: weekly(usual + [last + 1, 2])))
    #expect(jumps.map(\.after) == [2])
  }

  @Test("Stock that stays the same never jumps; what is small beside it is not told")
  func still() {
    #expect(StockJump.found(in: weekly(Array(repeating: 50, count: 30)))?.isEmpty == true)
    let nudged = Array(repeating: 1000.0, count: 30) + [1020]
    #expect(StockJump.found(in: weekly(nudged))?.isEmpty == true)
  }

  @Test("Too few snapshots tell nothing of what is usual")
  func few() {
    #expect(StockJump.found(in: weekly([5, 500, 5])) == nil)
    #expect(StockJump.found(in: []) == nil)
  }

  @Test("A robust scale is not moved by the wild one; equal numbers have none")
  func scale() throws {
    let scale = try #require(RobustScale([1, 2, 3, 4, 5, 6, 7, 8, 1_000_000]))
    #expect(scale.median == 5 && abs(scale.score(of: 8) - 0.6745 * 3 / 2) < 1e-12)
    #expect(scale.score(of: 1_000_000) > RobustScale.threshold)
    #expect(RobustScale([4, 4, 4]) == nil && RobustScale([]) == nil)
  }
}
