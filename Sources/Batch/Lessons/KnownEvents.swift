package import Diagnostics
package import Planning
package import SQLiteStore
package import Values

/// The events of the user's database as lessons need them.
package enum KnownEvents {
  /// The days on which an event is next felt: its day alone where the database does not say more.
  ///
  /// - Parameters:
  ///   - name: its name; accents and case do not matter.
  ///   - connection: the user's database, only read.
  ///   - facts: what it holds, and "now".
  /// - Returns: nil where it has none of that name, or none within the days that are forecast.
  /// - Throws: what can befall the database.
  package static func nextDays(
    of name: String,
    in connection: Connection,
    _ facts: DatabaseFacts
  ) throws(Failure) -> ClosedRange<CalendarDay>? {
    let reader = EventReader(connection: connection, facts: facts, usualWindow: (0, 0))
    let last = facts.now.adding(days: DemandForecasts.horizon)
    return try reader.events(from: facts.now, through: last)
      .first { Fold.fold($0.name) == Fold.fold(name) }?
      .windows.first { $0.upperBound > facts.now }
  }
}
