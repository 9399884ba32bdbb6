import SemanticModel
import Testing
import Values

@testable import Analyses

@Suite("The periods between which a change is explained")
struct ComparedPeriodsTests {
  private func periods(_ period: Period?, against other: Period? = nil, now: String = "2026-03-17")
    throws -> String?
  {
    var query = Query()
    query.period = period
    query.comparison = other
    let now = try #require(CalendarDay(iso: now))
    return ComparedPeriods(query, now: now).map { "\($0.before) → \($0.after)" }
  }

  private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

  @Test("None said: the last whole month and the one before")
  func none() throws {
    #expect(try periods(nil) == "[2026-01-01, 2026-02-01) → [2026-02-01, 2026-03-01)")
    #expect(
      try periods(nil, now: "2026-03-31") == "[2026-02-01, 2026-03-01) → [2026-03-01, 2026-04-01)"
    )
  }

  @Test("One said: the unit before, or as many days")
  func one() throws {
    let year = Period(.year, containing: try day("2025-06-01"))
    #expect(try periods(year) == "[2024-01-01, 2025-01-01) → [2025-01-01, 2026-01-01)")
    let days = Period(start: try day("2026-02-11"), end: try day("2026-02-21"))
    #expect(try periods(days) == "[2026-02-01, 2026-02-11) → [2026-02-11, 2026-02-21)")
    let month = Period(.month, containing: try day("2026-03-17"))
    #expect(try periods(month) == "[2026-02-01, 2026-02-18) → [2026-03-01, 2026-03-18)")
  }

  @Test("Two said: those; one without a beginning has none before")
  func two() throws {
    let (march, may) = (try day("2025-03-01"), try day("2025-05-01"))
    #expect(
      try periods(Period(.month, containing: may), against: Period(.month, containing: march))
        == "[2025-03-01, 2025-04-01) → [2025-05-01, 2025-06-01)"
    )
    #expect(try periods(Period(start: nil, end: march)) == nil)
  }
}
