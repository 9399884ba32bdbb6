import Testing
import Values

@testable import Analytics

@Suite("Anomalies and recurring peaks")
struct AnomalyTests {
  @Test("A departure of over half, or a rare one, is an anomaly; its size is the severity")
  func found() {
    var actual = (0..<200).map { 100 + Double($0 % 5 * 4 - 8) }
    actual[20] = 160
    actual[40] = 185
    actual[60] = 230
    actual[80] = 340
    actual[100] = 20
    actual[120] = 145
    let anomalies =
      SalesAnomaly.found(actual: actual, expected: [Double](repeating: 100, count: 200))
    #expect(anomalies.map(\.day) == [20, 40, 60, 80, 100, 120])
    #expect(anomalies.map(\.severity) == [.low, .medium, .high, .critical, .medium, .low])
    // 45 % is no half, but rare among days within 8 %.
    #expect(anomalies[5].departure == 0.45 && anomalies[5].score > 2.5)
    #expect(anomalies[4].score < 0)
  }

  @Test("A sale where none was expected is one; no sale where none was expected is not")
  func zeros() {
    let anomalies = SalesAnomaly.found(actual: [0, 3], expected: [0, 0])
    #expect(anomalies.map(\.day) == [1])
    #expect(SalesAnomaly.found(actual: [], expected: []) == [])
  }

  @Test("A higher bar leaves out departures that are usual")
  func leastScore() {
    let actual: [Double] = (0..<100).map { $0 % 2 == 0 ? 2 : 0 }
    let expected = [Double](repeating: 1, count: 100)
    #expect(SalesAnomaly.found(actual: actual, expected: expected).count == 100)
    #expect(SalesAnomaly.found(actual: actual, expected: expected, leastScore: 2) == [])
  }

  @Test("Severities are ordered, and begin above their bounds")
  func severities() {
    #expect(AnomalySeverity(departure: 0.75) == .low)
    #expect(AnomalySeverity(departure: 0.76) == .medium)
    #expect(AnomalySeverity(departure: 1) == .medium)
    #expect(AnomalySeverity(departure: 2) == .high)
    #expect(AnomalySeverity(departure: 2.1) == .critical)
    #expect(AnomalySeverity.low < .critical)
  }

  @Test("A peak on the same date, or on the same weekday of a month, in two years")
  func peaks() {
    let first = SeededDemand.firstDay
    let index = { (year: Int, month: Int, day: Int) -> Int in
      CalendarDay(year: year, month: month, day: day).map { $0.ordinal - first.ordinal } ?? 0
    }
    var actual = [Double](repeating: 50, count: 1000)
    let expected = actual
    for year in [2023, 2024, 2025] { actual[index(year, 2, 14)] = 150 }
    // The third Thursday of November: 16th and 21st.
    actual[index(2023, 11, 16)] = 120
    actual[index(2024, 11, 21)] = 120
    // Once only, and explained ones.
    actual[index(2023, 7, 1)] = 200
    let covered: Set = [index(2023, 4, 4), index(2024, 4, 4)]
    for day in covered { actual[day] = 300 }
    let peaks = RecurringPeak.found(
      actual: actual,
      expected: expected,
      firstDay: first,
      covered: covered
    )
    #expect(
      peaks.map(\.rule) == [.date(month: 2, day: 14), .weekday(month: 11, weekday: 4, nth: 3)]
    )
    #expect(peaks.first?.days.count == 3)
    #expect(peaks.first?.factor == 3)
  }
}
