import Analytics
import Values

/// An event the user's database or the user knows, with the days it is felt.
struct LearnedEvent: Sendable, Equatable {
  /// Its id as the database has it; null for one it does not know.
  let id: Value
  /// What the calendar knows it by.
  let key: String
  let name: String
  /// First and last day of each occurrence, past and to come.
  let windows: [ClosedRange<CalendarDay>]
  /// The factor on demand that the user expects; nil where nobody said.
  var multiplier: Double?

  /// The event as a calendar that begins on a day takes it.
  func calendarEvent(from first: CalendarDay) -> CalendarEvent {
    CalendarEvent(
      id: key,
      occurrences: windows.map {
        $0.lowerBound.ordinal - first.ordinal...$0.upperBound.ordinal - first.ordinal
      },
      multiplier: multiplier
    )
  }
}
