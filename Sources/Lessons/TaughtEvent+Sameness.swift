package import Values

extension TaughtEvent {
  /// Days between two dates of an event that are still the same occurrence of it.
  package static let sameOccurrence = 20

  /// Whether another lesson speaks of the same occurrence for the same products.
  func isSame(as other: TaughtEvent) -> Bool {
    scope == other.scope && isOccurrence(named: other.name, days: other.days)
  }

  /// Whether an event of that name on those days is this one.
  package func isOccurrence(named other: String, days: ClosedRange<CalendarDay>) -> Bool {
    let gap = max(
      days.lowerBound.ordinal - self.days.upperBound.ordinal,
      self.days.lowerBound.ordinal - days.upperBound.ordinal
    )
    return Fold.fold(name) == Fold.fold(other) && gap <= Self.sameOccurrence
  }
}
