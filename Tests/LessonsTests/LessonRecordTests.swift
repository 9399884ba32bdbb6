import Testing
import Values

@testable import Lessons

/// What lessons are made of in these tests.
enum SampleLessons {
  static let day = CalendarDay(ordinal: 20_540)
  static let fan = TaughtProduct(id: .text("V-7"), name: "Ventilateur \"d'été\"\n🌬️")

  static func event(
    _ name: String = "Black Friday",
    _ day: CalendarDay = day,
    _ multiplier: Double = 1.7,
    _ scope: LessonScope = .everything
  ) -> LessonContent {
    .event(TaughtEvent(name: name, days: day...day, multiplier: multiplier, scope: scope))
  }

  static let contents: [LessonContent] = [
    .exceptionalDays(
      ExceptionalDays(days: day...day.adding(days: 3), scope: .everything, reason: "grève")
    ),
    .exceptionalDays(ExceptionalDays(days: day...day, scope: .product(fan), reason: "")),
    event(), event("Fête", day, 0.5, .category("Froid")),
    .anomalyVerdict(AnomalyVerdict(kind: .ignored, day: day, scope: .everything, reason: "x")),
    .anomalyVerdict(AnomalyVerdict(kind: .validated, day: day, scope: .product(fan), reason: "")),
    .alertHandled(HandledAlert(product: fan, day: day, status: "CRITIQUE")),
    .alertHandled(HandledAlert(product: fan, day: day, status: nil)),
  ]
}

@Suite("Lessons as rows")
struct LessonRecordTests {
  @Test("each lesson comes back from its row", arguments: SampleLessons.contents)
  func roundTrip(content: LessonContent) {
    let lesson = Lesson(
      id: 3,
      content: content,
      author: "ana",
      madeAt: "2026-03-31 10:00:00",
      undoneAt: nil
    )
    #expect(Lesson(LessonRecord.values(of: lesson)) == lesson)
  }

  @Test("a row that is no lesson is none, whatever is wrong with it")
  func broken() {
    let good = LessonRecord.values(
      of: Lesson(id: 1, content: SampleLessons.event(), author: "", madeAt: "")
    )
    let place = { (name: String) in LessonRecord.columns.firstIndex(of: name) ?? 0 }
    for (column, value) in [
      ("id", Value.integer(0)), ("kind", .text("poem")), ("first_day", .text("hier")),
      ("last_day", .text("1999-01-01")), ("multiplier", .real(1000)), ("multiplier", .real(0)),
      ("scope", .text("galaxy")), ("name", .null),
    ] {
      var row = good
      row[place(column)] = value
      #expect(Lesson(row) == nil, "\(column)")
    }
    #expect(Lesson(good) != nil)
    #expect(Lesson([]) == nil)
  }
}

@Suite("What holds of many lessons")
struct LessonListTests {
  private func lessons(_ contents: [LessonContent], undone: Set<Int> = []) -> [Lesson] {
    contents.enumerated().map { place, content in
      Lesson(
        id: place + 1,
        content: content,
        author: "",
        madeAt: "",
        undoneAt: undone.contains(place + 1) ? "2026-01-01 00:00:00" : nil
      )
    }
  }

  @Test("an event taught again near the same days is changed, a year later it is another one")
  func changed() {
    let day = SampleLessons.day
    let list = lessons([
      SampleLessons.event(), SampleLessons.event("black friday", day.adding(days: 7), 2),
      SampleLessons.event("Black Friday", day.adding(days: 365), 3),
      SampleLessons.event("Black Friday", day, 4, .category("Froid")),
    ])
    #expect(list.events.map(\.multiplier) == [2, 3, 4])
  }

  @Test("what was undone does not hold, and what it had replaced holds again")
  func undone() {
    let list = lessons(
      [SampleLessons.event(), SampleLessons.event("Black Friday", SampleLessons.day, 2)],
      undone: [2]
    )
    #expect(list.events.map(\.multiplier) == [1.7])
  }

  @Test("the last word on a product's alert counts")
  func alerts() {
    let fan = SampleLessons.fan
    let list = lessons([
      .alertHandled(HandledAlert(product: fan, day: SampleLessons.day, status: "CRITIQUE")),
      .alertHandled(
        HandledAlert(product: fan, day: SampleLessons.day.adding(days: 1), status: "ATTENTION")
      ),
    ])
    #expect(list.handledAlerts.map(\.alert.status) == ["ATTENTION"])
  }
}
