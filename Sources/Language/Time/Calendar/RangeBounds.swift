import Values

/// Bounds of a range whose ends may lack their year: each end helps to place the other.
enum RangeBounds {
  /// From the first day of one value to the last day of another; nil when they are in the wrong
  /// order.
  static func period(from left: TimeValue, to right: TimeValue, _ clock: Clock) -> Period? {
    guard let (first, last) = ends(left, right, clock), let start = first.start,
      let end = last.end, let lastStart = last.start, start <= lastStart, start < end
    else { return nil }
    return Period(start: start, end: end)
  }

  private static func ends(
    _ left: TimeValue,
    _ right: TimeValue,
    _ clock: Clock
  ) -> (Period, Period)? {
    if let recurrence = left.recurrence, right.recurrence == nil {
      // « de novembre à février 2017 »: the latest November before that February.
      guard let last = right.period(clock), let limit = last.start,
        let first = recurrence.last(startingBy: limit)
      else { return nil }
      return (first, last)
    }
    guard let first = left.period(clock), let start = first.start else { return nil }
    guard let recurrence = right.recurrence else {
      return right.period(clock).map { (first, $0) }
    }
    return recurrence.first(startingFrom: start).map { (first, $0) }
  }
}
