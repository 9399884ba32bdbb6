/// Something dated that moves demand: a holiday, a sale, a feast that moves from year to year.
package struct CalendarEvent: Hashable, Sendable {
  /// What tells it from other events; effects are named by it.
  package let id: String
  /// The days each occurrence is felt, as positions in the calendar: past and future ones, also those
  /// before the calendar's first day or after its last.
  package let occurrences: [ClosedRange<Int>]
  /// The factor on demand that somebody who knows expects, above 0; nil where nobody said.
  package let multiplier: Double?

  /// An event felt on these days, moving feasts with the days they fell on.
  package init(id: String, occurrences: [ClosedRange<Int>], multiplier: Double? = nil) {
    self.id = id
    self.occurrences = occurrences.sorted { $0.lowerBound < $1.lowerBound }
    self.multiplier = multiplier
  }
}
