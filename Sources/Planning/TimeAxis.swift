import SQL
import SemanticModel
import Values

/// Time buckets as SQL: how a date falls into one, and the list of all of them.
enum TimeAxis {
  /// The bucket's label: `2018-11`, `2018-Q4`, the Monday of a week, `2018`, 1…7 for weekdays, 1…12, 0…23.
  static func label(_ date: SQLFragment, _ grain: Grain) -> SQLFragment {
    switch grain {
    case .day: "substr(\(date), 1, 10)"
    case .week: "date(substr(\(date), 1, 10), 'weekday 0', '-6 days')"
    case .month: "substr(\(date), 1, 7)"
    case .quarter:
      "substr(\(date), 1, 4) || '-Q' || ((CAST(substr(\(date), 6, 2) AS INTEGER) + 2) / 3)"
    case .year: "substr(\(date), 1, 4)"
    case .weekday: "((CAST(strftime('%w', substr(\(date), 1, 10)) AS INTEGER) + 6) % 7 + 1)"
    case .monthOfYear: "CAST(substr(\(date), 6, 2) AS INTEGER)"
    // A date without a time has no hour, rather than midnight.
    case .hour: "CASE WHEN length(\(date)) > 12 THEN CAST(substr(\(date), 12, 2) AS INTEGER) END"
    }
  }

  /// Whether the time of a date is in one of some parts of the day; a date without a time is in none.
  static func isWithin(_ hours: [DayHours], _ date: SQLFragment) -> SQLFragment {
    let minutes: SQLFragment =
      "CASE WHEN length(\(date)) > 12 THEN CAST(substr(\(date), 12, 2) AS INTEGER) * 60 + CAST(substr(\(date), 15, 2) AS INTEGER) END"
    let parts = hours.map { part -> SQLFragment in
      let (start, end) = (SQLFragment.constant(part.start), SQLFragment.constant(part.end))
      return part.wraps
        ? "NOT (\(minutes) >= \(end) AND \(minutes) < \(start))"
        : "(\(minutes) >= \(start) AND \(minutes) < \(end))"
    }
    return "(\(parts.joined(" OR ")))"
  }

  /// A date of the comparison period moved onto the axis of the period it is compared with.
  ///
  /// Months are moved from their first day, because `2016-02-29 +1 year` overflows in SQLite.
  static func moved(_ date: SQLFragment, from previous: Period, to period: Period, _ grain: Grain)
    -> SQLFragment
  {
    guard let from = previous.start, let to = period.start else { return date }
    switch grain {
    case .month, .quarter, .year:
      let months = (to.year - from.year) * 12 + to.month - from.month
      return "date(substr(\(date), 1, 7) || '-01', \(.value(.text("\(months) months"))))"
    case .day, .week:
      let days = to.ordinal - from.ordinal
      return "date(substr(\(date), 1, 10), \(.value(.text("\(days) days"))))"
    case .weekday, .monthOfYear, .hour: return date
    }
  }

  /// A recursive subquery with one row a bucket: `day`, its first day, and `until`, the day after its last one.
  static func spine(
    _ name: String,
    _ grain: Grain,
    from start: CalendarDay,
    to end: CalendarDay
  ) -> SQLFragment {
    let first = start.start(of: grain)
    let step: SQLFragment =
      switch grain {
      case .week: "'+7 days'"
      case .month: "'+1 month'"
      case .quarter: "'+3 months'"
      case .year: "'+1 year'"
      case .day, .weekday, .monthOfYear, .hour: "'+1 day'"
      }
    return """
      SELECT \(.value(.text(first.iso))) AS day, MIN(date(\(.value(.text(first.iso))), \(step)), \(.value(.text(end.iso)))) AS until
      UNION ALL SELECT date(day, \(step)), MIN(date(day, \(step), \(step)), \(.value(.text(end.iso))))
      FROM \(.identifier(name)) WHERE date(day, \(step)) < \(.value(.text(end.iso)))
      """
  }

  /// An axis without buckets, for levels asked outside of what is known.
  static let emptySpine: SQLFragment = "SELECT NULL AS day, NULL AS until WHERE 0"

  /// One row a bucket of a cyclic axis.
  static func cycle(_ grain: Grain) -> SQLFragment {
    let range = grain == .weekday ? 1...7 : grain == .monthOfYear ? 1...12 : 0...23
    let rows = range.map { number -> SQLFragment in "SELECT \(.constant(number)) AS day" }
    return rows.joined(" UNION ALL ")
  }
}
