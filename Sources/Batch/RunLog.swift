import Diagnostics
import SQLiteStore
import Values

/// The entries of one run in `optiflow_runs` and `optiflow_steps`.
struct RunLog {
  let file: Connection
  /// Its number.
  let run: Int

  /// Enters a new run; what still is "running" was killed, as this one holds the lock.
  static func begin(
    _ file: Connection,
    asOf: CalendarDay,
    fingerprint: DatabaseFingerprint
  ) throws(Failure) -> RunLog {
    try file.transaction { () throws(Failure) in
      try file.execute("UPDATE optiflow_runs SET status = 'interrupted' WHERE status = 'running'")
      let last = try file.query("SELECT COALESCE(MAX(id), 0) FROM optiflow_runs").rows
      let run = Int(last.first?.first?.number ?? 0) + 1
      try file.execute(
        """
        INSERT INTO optiflow_runs(id, as_of, fingerprint, started_at, status, lessons)
        VALUES (?, ?, ?, ?, 'running', (\(LessonTable.revision)))
        """,
        parameters: [
          .integer(Int64(run)), .text(asOf.iso), .text(fingerprint.text), .text(LocalTime.now),
        ]
      )
      return RunLog(file: file, run: run)
    }
  }

  /// Enters a step that is over, inside its transaction where it succeeded.
  func enter(_ step: BatchReport.Step, startedAt: String) throws(Failure) {
    try file.execute(
      """
      INSERT INTO optiflow_steps(run_id, name, started_at, finished_at, seconds, status, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      parameters: [
        .integer(Int64(run)), .text(step.step.rawValue), .text(startedAt), .text(LocalTime.now),
        .real(step.seconds), .text(step.status.rawValue), .text(step.detail),
      ]
    )
  }

  /// Enters the end of the run.
  func finish(_ status: BatchReport.Status) throws(Failure) {
    try file.execute(
      "UPDATE optiflow_runs SET status = ?, finished_at = ? WHERE id = ?",
      parameters: [.text(status.rawValue), .text(LocalTime.now), .integer(Int64(run))]
    )
  }
}
