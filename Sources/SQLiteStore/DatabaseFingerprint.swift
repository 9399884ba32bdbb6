package import Diagnostics

/// The state of a database file, without reading its rows: what was computed from it stands as long as
/// the fingerprint is the same.
package struct DatabaseFingerprint: Hashable, Sendable {
  /// Absolute path without symbolic links.
  package var path: String
  /// Bytes.
  package var size: Int64
  /// Last write, in nanoseconds since 1970.
  package var modified: Int64
  /// SQLite's own count of changes, bytes 24–27 of the file (it stands still in WAL mode).
  package var changeCounter: UInt32
  /// Bytes of the `-wal` file; 0 without one.
  package var logSize: Int64
  /// Last write to the `-wal` file, in nanoseconds since 1970; 0 without one.
  package var logModified: Int64

  package init(
    path: String,
    size: Int64,
    modified: Int64,
    changeCounter: UInt32,
    logSize: Int64 = 0,
    logModified: Int64 = 0
  ) {
    self.path = path
    self.size = size
    self.modified = modified
    self.changeCounter = changeCounter
    self.logSize = logSize
    self.logModified = logModified
  }

  /// Names the database, whatever its state: sixteen hexadecimal digits.
  package var databaseName: String { Digest.hex(path) }

  /// The whole fingerprint on one line, without blanks.
  package var text: String {
    "\(databaseName)/\(size)/\(modified)/\(changeCounter)/\(logSize)/\(logModified)"
  }
}

extension Connection {
  /// The state the file is in now.
  ///
  /// - Throws: "db.missing" when the file is gone, and what can befall it.
  package func fingerprint() throws(Failure) -> DatabaseFingerprint {
    try withHandle { (handle) throws(Failure) in
      guard let file = FileStatus(path: handle.path) else {
        throw .missingDatabase(at: handle.path)
      }
      let log = FileStatus(path: handle.path + "-wal").flatMap { $0.size > 0 ? $0 : nil }
      let counter = handle.fileBytes(count: 28).suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      return DatabaseFingerprint(
        path: handle.path,
        size: file.size,
        modified: file.modified,
        changeCounter: counter,
        logSize: log?.size ?? 0,
        logModified: log?.modified ?? 0
      )
    }
  }
}
