package import Diagnostics
import Glibc
package import SQLiteStore
package import Values

/// What a side file's tables were computed from, and when.
package struct ComputedState: Hashable, Sendable {
  /// The "now" it was computed for, ISO.
  package let asOf: String
  /// `DatabaseFingerprint.text` of the database it was computed from.
  package let fingerprint: String
  /// When it was finished, local time: "2026-03-31 00:30:12".
  package let finishedAt: String

  /// How long what was computed stands while the data stay as they are: a day.
  private static let secondsFresh = 24 * 3600

  /// Until when it stands, local time, unless the data change before.
  package var freshUntil: String {
    LocalTime.seconds(of: finishedAt).map { LocalTime.text(of: $0 + Self.secondsFresh) }
      ?? finishedAt
  }

  /// Whether it stands for what would be computed now: the one rule for every surface.
  ///
  /// That is: it was computed for the same "now", the data have not changed since, and it is not older than 24 hours
  /// nor from the future.
  ///
  /// - Parameters:
  ///   - now: the day that is asked for.
  ///   - fingerprint: the database as it is.
  /// - Returns: whether it does.
  package func isFresh(asOf now: CalendarDay, _ fingerprint: DatabaseFingerprint) -> Bool {
    guard asOf == now.iso, self.fingerprint == fingerprint.text,
      let made = LocalTime.seconds(of: finishedAt)
    else { return false }
    return (0..<Self.secondsFresh).contains(time(nil) - made)
  }

  /// The last run where it is fresh; nil where its tables would have to be computed anew.
  ///
  /// - Parameters:
  ///   - path: the side file.
  ///   - step: the step whose tables are to be read; nil for all of them.
  ///   - database: the user's.
  ///   - now: the day that is asked for.
  /// - Returns: the run that made them.
  /// - Throws: what can befall the database.
  package static func fresh(
    _ path: String,
    of step: BatchStep? = nil,
    for database: Connection,
    asOf now: CalendarDay
  ) throws(Failure) -> ComputedState? {
    let fingerprint = try database.fingerprint()
    return read(path, of: step).flatMap { $0.isFresh(asOf: now, fingerprint) ? $0 : nil }
  }

  /// The last succeeded run, in less than a millisecond and without creating anything.
  ///
  /// A run that failed or was killed behind it has replaced some of the tables; then there is no state of the
  /// whole, but perhaps one of a step. Where the user taught something since, there is none.
  ///
  /// - Parameters:
  ///   - path: the side file.
  ///   - step: the step whose tables are to be read; nil for all of them.
  /// - Returns: nil when there is no such run, no such file, or none this program understands.
  package static func read(_ path: String, of step: BatchStep? = nil) -> ComputedState? {
    do throws(Failure) {
      let connection = try Connection.readOnly(path: path)
      let rows = try connection.query(sql, parameters: step.map { [.text($0.rawValue)] } ?? whole)
        .rows
      guard let row = rows.first, let asOf = row[0].text, let fingerprint = row[1].text,
        let finished = row[2].text
      else { return nil }
      return ComputedState(asOf: asOf, fingerprint: fingerprint, finishedAt: finished)
    } catch {
      return nil
    }
  }

  private static let whole: [Value] = [.null]

  /// The run of the newest step of that name; without a name, the newest run with steps, if it succeeded.
  private static let sql = """
    SELECT runs.as_of, runs.fingerprint,
      CASE WHEN ?1 IS NULL THEN runs.finished_at ELSE steps.finished_at END
    FROM optiflow_steps AS steps JOIN optiflow_runs AS runs ON runs.id = steps.run_id
    WHERE steps.id = (SELECT MAX(id) FROM optiflow_steps
      WHERE status = 'succeeded' AND (?1 IS NULL OR name = ?1))
      AND (?1 IS NOT NULL OR runs.status = 'succeeded')
      AND (SELECT CAST(value AS INTEGER) FROM optiflow_meta WHERE key = 'schema_version')
        = \(ComputedSchema.version)
      AND runs.lessons = (\(LessonTable.revision))
    """
}
