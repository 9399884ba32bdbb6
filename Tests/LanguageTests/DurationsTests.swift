import Language
import Testing
import Values

@Suite("Durations")
struct DurationsTests {
  @Test(
    "lengths of time are read wherever they stand",
    arguments: [
      ("taux de rotation à 30 jours", 30, Grain.day), ("within 60 days", 60, .day),
      ("6 mois", 6, .month), ("12 months", 12, .month), ("a 5-day window", 5, .day),
      ("livré en 24h et 2 semaines", 2, .week), ("depuis un an", 1, .year), ("30j", 30, .day),
      ("une dizaine de jours", 10, .day), ("two quarters", 2, .quarter),
      ("2 semestres", 4, .quarter),
      ("quinze jours", 15, .day),
    ]
  )
  func read(text: String, count: Int, grain: Grain) {
    let tokens = Lexer.tokens(of: text)
    let spans = Durations.spans(in: tokens, numbers: Numbers.spans(in: tokens))
    #expect(spans.map(\.count) == [count])
    #expect(spans.map(\.grain) == [grain])
  }

  @Test(
    "counts of other things are none",
    arguments: [
      "5 produits", "3 %", "la semaine dernière", "jours de stock", "10 clients par mois",
    ]
  )
  func none(text: String) {
    let tokens = Lexer.tokens(of: text)
    #expect(Durations.spans(in: tokens, numbers: Numbers.spans(in: tokens)).isEmpty)
  }

  @Test("an analysis keeps the durations that are part of no period")
  func outsidePeriods() throws {
    let clock = Clock(now: try #require(CalendarDay(iso: "2024-05-15")))
    let late = Analysis(text: "orders delivered within 5 days last month", clock: clock)
    let window = Analysis(text: "sales of the last 5 days", clock: clock)
    #expect(late.durations.map(\.count) == [5])
    #expect(late.times.count == 1)
    #expect(window.durations.isEmpty)
  }
}
