import Diagnostics
import Glibc
import SQLiteStore
import Values

/// What a side file's tables were computed from, and when.
package struct ComputedState: Hashable, Sendable {
  /// The "now" it was computed for, ISO.
  package let asOf: String
  /// `DatabaseFingerprint.text` of the database it was computed from.
  package let fingerprint: String
  /// When it was finished, local time: "2026-03-31 00:30:12".
  package let finishedAt: String

  /// How long what was computed stands: a day.
  private static let secondsFresh = 24 * 3600

  /// Until when it stands, local time; nil when that is over.
  package var freshUntil: String? {
    guard let made = LocalTime.seconds(of: finishedAt) else { return nil }
    let end = made + Self.secondsFresh
    return end > time(nil) ? LocalTime.text(of: end) : nil
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
