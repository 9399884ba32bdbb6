package import Diagnostics
import Glibc

extension Connection {
  /// Copies the database into a new file, also while other programs write to it.
  ///
  /// The copy appears at its path at once and whole, after SQLite found it sound; as a WAL database when
  /// this is one, with what is in the log. It may be read by those who may read this one. Queries of this
  /// connection wait until it is done.
  ///
  /// - Parameters:
  ///   - path: where to; its folder must exist.
  ///   - replacing: whether a file of that name may be replaced.
  ///   - progress: is told the part that is done, 0 to 1, every few megabytes; it falls when a
  ///     writer made the copy begin anew. It must not use this connection.
  ///   - cancellation: a switch to stop it from elsewhere.
  /// - Returns: bytes of the copy.
  /// - Throws: "db.copy-onto-itself", "db.exists", "db.is-a-folder", "db.not-writable" (no folder, no
  ///   room), "db.in-use", "db.unsound-copy", "db.locked", "db.interrupted", "db.changing" and what can
  ///   befall the file. Then no file is left.
  package func backup(
    to path: String,
    replacing: Bool = false,
    progress: ((Double) -> Void)? = nil,
    cancellation: Cancellation? = nil
  ) throws(Failure) -> Int64 {
    guard let source = FileStatus(path: self.path) else { throw .missingDatabase(at: self.path) }
    try refuseOwnFile(path, source)
    let destination = try destination(path, replacing: replacing)
    try refuseOwnFile(destination, source)
    // As publishing does, but before gigabytes are copied in vain.
    try refuseJournal(of: destination)
    // Its owner must be able to write it, if only for us to do so.
    let permissions = source.permissions & 0o666 | 0o600
    let temporary = try newFile(beside: destination, permissions: permissions)
    do throws(Failure) {
      try withHandle { (handle) throws(Failure) in
        try DatabaseCopier(source: handle, progress: progress, cancellation: cancellation)
          .copy(into: temporary, for: path)
      }
      let size = try checkedSize(ofCopy: temporary, cancellation: cancellation)
      if cancellation?.isCancelled == true { throw .cancelled }
      try publish(temporary, as: destination, replacing: replacing)
      return size
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// A name that leads to the database, by whatever links, or to a file SQLite keeps beside it.
  private func refuseOwnFile(_ path: String, _ source: FileStatus) throws(Failure) {
    let isSame = FileStatus(path: path)?.isSameFile(as: source) ?? false
    let companions = ["-wal", "-shm", "-journal"].map { self.path + $0 }
    if isSame || companions.contains(path) { throw .copyOntoItself(at: path) }
  }

  /// The size of a copy that SQLite finds sound.
  private func checkedSize(
    ofCopy copy: String,
    cancellation: Cancellation?
  ) throws(Failure) -> Int64 {
    let reader = try DatabaseReader(path: copy)
    let check = IntegrityCheck(handle: reader.handle, cancellation: cancellation)
    if let fault = try check.faults().first { throw .unsoundCopy(of: path, detail: fault) }
    return FileStatus(path: copy)?.size ?? 0
  }
}
