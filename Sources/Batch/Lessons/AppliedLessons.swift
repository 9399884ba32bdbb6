import Lessons
import Values

/// What the user taught, as forecasts take it.
struct AppliedLessons: Sendable {
  /// Days to learn nothing from.
  private let exceptional: [ExceptionalDays]
  /// Events with their multipliers, the last word on each.
  let events: [TaughtEvent]

  /// Nothing was taught.
  static let none = AppliedLessons([])

  /// The lessons that hold of those given.
  init(_ lessons: [Lesson]) {
    exceptional = lessons.compactMap { lesson in
      guard lesson.isInForce, case .exceptionalDays(let days) = lesson.content else { return nil }
      return days
    }
    events = lessons.events
  }

  /// Exceptional days of a product, as positions from a day on.
  ///
  /// - Parameters:
  ///   - product: whose days they are.
  ///   - first: the day at position 0.
  ///   - count: how many days there are.
  /// - Returns: positions from 0 up to `count`.
  func exceptionalDays(of product: Product, from first: CalendarDay, count: Int) -> Set<Int> {
    var result: Set<Int> = []
    for item in exceptional where item.scope.holds(for: product) {
      let start = max(0, item.days.lowerBound.ordinal - first.ordinal)
      let end = min(count, item.days.upperBound.ordinal - first.ordinal + 1)
      if start < end { result.formUnion(start..<end) }
    }
    return result
  }

  /// What a product's demand of each day after now is multiplied by; empty where nothing was said of it.
  func multipliers(of product: Product, after now: CalendarDay, days: Int) -> [Double] {
    let told = events.filter { $0.days.upperBound > now && $0.scope.holds(for: product) }
    guard !told.isEmpty else { return [] }
    return (1...max(1, days)).map { offset in
      let day = now.adding(days: offset)
      return told.reduce(1) { $1.days.contains(day) ? $0 * $1.multiplier : $0 }
    }
  }

  /// The database's events as the user corrects them, and those it does not know.
  ///
  /// An occurrence that was taught takes the place of the database's own near it. Its days after now are in no
  /// window: what they do is said, and is multiplied into the forecast.
  func corrected(
    _ known: [LearnedEvent],
    from first: CalendarDay,
    now: CalendarDay
  ) -> [LearnedEvent] {
    var result = known
    for (place, event) in events.enumerated() {
      let past = past(of: event, from: first, now: now)
      let same = result.indices.filter { Fold.fold(result[$0].name) == Fold.fold(event.name) }
      for index in same { result[index] = result[index].replacing(event, by: past) }
      guard same.isEmpty, let past else { continue }
      result.append(
        LearnedEvent(
          id: .null,
          key: "taught \(place)",
          name: event.name,
          windows: [past],
          multiplier: event.scope == .everything ? event.multiplier : nil
        )
      )
    }
    return result
  }

  /// The days of an event that are history.
  private func past(
    of event: TaughtEvent,
    from first: CalendarDay,
    now: CalendarDay
  ) -> ClosedRange<CalendarDay>? {
    let start = max(first, event.days.lowerBound)
    let end = min(now, event.days.upperBound)
    return start <= end ? start...end : nil
  }
}

extension LearnedEvent {
  /// The event with the windows near a taught occurrence replaced.
  fileprivate func replacing(
    _ event: TaughtEvent,
    by window: ClosedRange<CalendarDay>?
  ) -> LearnedEvent {
    // Of one category only, the others go on by what the database says.
    guard event.scope == .everything else { return self }
    let others = windows.filter { !event.isOccurrence(named: name, days: $0) }
    return LearnedEvent(
      id: id,
      key: key,
      name: name,
      windows: (others + [window].compactMap { $0 }).sorted { $0.lowerBound < $1.lowerBound },
      multiplier: multiplier
    )
  }
}

extension LessonScope {
  /// Whether a lesson of this scope holds for a product.
  func holds(for product: Product) -> Bool {
    switch self {
    case .everything: true
    case .category(let name): product.category == name
    case .product(let taught): ProductKey.plain(taught.id) == ProductKey.plain(product.id)
    }
  }
}
