import Diagnostics
import Planning
import SQLiteStore
import Values

/// Reads the events that move demand, and works out on which days they are felt.
///
/// Those whose recurrence is unknown or irregular are left out: neither their past nor their future can be dated.
struct EventReader {
  let connection: Connection
  let facts: DatabaseFacts
  /// Days an event is felt before and after its day, where the database does not say: the week around it.
  var usualWindow = (before: 3, after: 3)

  /// Days between a computed occurrence and the database's own next one that make them the same.
  private static let sameOccurrence = 20

  /// The active events with occurrences between two days.
  func events(from first: CalendarDay, through last: CalendarDay) throws(Failure) -> [LearnedEvent]
  {
    guard let statement = SourceQueries(facts: facts).events else { return [] }
    return try connection.rows(statement).compactMap { row in event(row, first, last) }
  }

  private func event(_ row: [Value], _ first: CalendarDay, _ last: CalendarDay) -> LearnedEvent? {
    let numbers = row[3...10].map { $0.number.flatMap { Int(exactly: $0.rounded()) } }
    let next = row[11].text.flatMap { CalendarDay(iso: $0) }
    guard let key = ProductKey.plain(row[0]),
      let recurrence = Self.recurrence(row[2].text ?? "", numbers, next)
    else { return nil }
    var anchors = recurrence.days(first.year - 1...last.year + 1)
    // The database's own date is the better one where they differ by the moon.
    if let next, let near = anchors.firstIndex(where: { Self.isNear($0, next) }) {
      anchors[near] = next
    }
    let window = window(numbers)
    let windows = anchors.map { $0.adding(days: -window.before)...$0.adding(days: window.after) }
      .filter { $0.upperBound >= first && $0.lowerBound <= last }
    guard !windows.isEmpty else { return nil }
    return LearnedEvent(id: row[0], key: "\(key)", name: row[1].text ?? "", windows: windows)
  }

  private static func isNear(_ left: CalendarDay, _ right: CalendarDay) -> Bool {
    abs(left.ordinal - right.ordinal) <= sameOccurrence
  }

  /// The recurrence by its type and its month, day, weekday, nth and offset.
  private static func recurrence(
    _ type: String,
    _ numbers: [Int?],
    _ next: CalendarDay?
  ) -> Recurrence? {
    switch type {
    case "fixed", "fixed_date", "yearly", "annual":
      guard let month = numbers[0] ?? next?.month, let day = numbers[1] ?? next?.day else {
        return nil
      }
      return .fixed(month: month, day: day)
    case "weekday":
      guard let month = numbers[0], let weekday = numbers[2], let nth = numbers[3] else {
        return nil
      }
      return .weekday(month: month, weekday: weekday, nth: nth, offset: numbers[4] ?? 0)
    case "easter": return .easter(offset: numbers[4] ?? 0)
    case "hijri":
      guard let month = numbers[0], let day = numbers[1] else { return nil }
      return .hijri(month: month, day: day)
    default: return nil
    }
  }

  /// Days before and after, from what the database says of either or of the whole.
  private func window(_ numbers: [Int?]) -> (before: Int, after: Int) {
    let (before, after, duration) = (numbers[5], numbers[6], numbers[7])
    if before == nil, after == nil, duration == nil { return usualWindow }
    let start = min(60, max(0, before ?? 0))
    let rest = after ?? duration.map { $0 - 1 } ?? 0
    return (start, min(90, max(-start, rest)))
  }
}
