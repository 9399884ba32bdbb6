import SemanticModel
import Testing
import Values

@testable import Analyses

@Suite("The period of an overview")
struct OverviewPeriodsTests {
  private func day(_ iso: String) -> CalendarDay {
    CalendarDay(iso: iso) ?? CalendarDay(ordinal: 0)
  }

  @Test(
    "Without one: the running month once it is half over, else the last whole one",
    arguments: [
      ("2026-03-31", "[2026-03-01, 2026-04-01)", "[2026-02-01, 2026-03-01)"),
      ("2026-03-20", "[2026-03-01, 2026-03-21)", "[2026-02-01, 2026-02-21)"),
      ("2026-03-10", "[2026-02-01, 2026-03-01)", "[2026-01-01, 2026-02-01)"),
    ]
  )
  func usual(now: String, period: String, before: String) throws {
    let periods = try #require(OverviewPeriods(Query(), now: day(now)))
    #expect(periods.period.description == period && periods.before.description == before)
  }

  @Test("A unit that is named counts; a period without a beginning is none")
  func asked() throws {
    var query = Query()
    query.keys = [.time(.week)]
    let week = try #require(OverviewPeriods(query, now: day("2026-03-31")))
    #expect(week.period.description == "[2026-03-23, 2026-03-30)")
    query.period = Period(start: day("2026-02-03"), end: day("2026-02-13"))
    let free = try #require(OverviewPeriods(query, now: day("2026-03-31")))
    #expect(free.before.description == "[2026-01-24, 2026-02-03)")
    #expect(free.yearBefore.description == "[2025-02-03, 2025-02-13)")
    query.period = Period(start: nil, end: day("2026-02-13"))
    #expect(OverviewPeriods(query, now: day("2026-03-31")) == nil)
  }
}
