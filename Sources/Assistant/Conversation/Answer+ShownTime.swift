import Planning
import SemanticModel
import Values

extension Answer {
  /// The time unit of the only line of a table by time: the best month of a year; nil where there is none.
  var shownTime: Period? {
    let places = columns.indices.filter { index in
      if case .key(.time(let grain)) = columns[index].role { !grain.isCyclic } else { false }
    }
    guard rows.count == 1, places.count == 1, let place = places.first,
      case .key(.time(let grain)) = columns[place].role, case .text(let label) = rows[0][place],
      let day = Self.firstDay(of: label)
    else { return nil }
    return Period(grain, containing: day)
  }

  /// "2025-12" → 1 December 2025, "2025-Q4" → 1 October 2025.
  private static func firstDay(of label: String) -> CalendarDay? {
    let parts = label.split(separator: "-")
    guard let first = parts.first, let year = Int(first) else { return nil }
    guard parts.count > 1 else { return CalendarDay(year: year, month: 1, day: 1) }
    if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()) {
      return CalendarDay(year: year, month: 3 * quarter - 2, day: 1)
    }
    let month = Int(parts[1]) ?? 1
    return CalendarDay(year: year, month: month, day: parts.count > 2 ? Int(parts[2]) ?? 1 : 1)
  }
}
