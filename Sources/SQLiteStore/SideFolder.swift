import Glibc

/// The folder in which the assistant keeps what it computed, never what the user owns.
///
/// Folders are 0700 and files 0600. Nothing here fails: without a folder, or with one that cannot be
/// written, reading gives nil and writing gives false, and the caller computes again.
package struct SideFolder: Sendable {
  /// The folder, which need not exist yet; nil when nothing is kept.
  package let path: String?
  /// The side database the user named, which then serves whatever database.
  private let namedFile: String?

  /// Nothing is kept.
  package static let none = SideFolder(path: nil, namedFile: nil)

  private init(path: String?, namedFile: String?) {
    self.path = path
    self.namedFile = namedFile
  }

  /// Chooses the folder.
  ///
  /// - Parameters:
  ///   - override: what the user named: a folder, or the side database itself (`….db`).
  ///   - environment: XDG_CACHE_HOME when absolute, as its specification asks, else HOME/.cache.
  package init(override: String?, environment: [String: String]) {
    if let override, override.hasSuffix(".db") {
      self.init(path: folderPart(of: override), namedFile: override)
      return
    }
    let folder: String?
    if let override, !override.isEmpty {
      folder = override
    } else if let base = environment["XDG_CACHE_HOME"], base.hasPrefix("/") {
      folder = base + "/optiflow"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = home + "/.cache/optiflow"
    } else {
      folder = nil
    }
    self.init(path: folder, namedFile: nil)
  }

  /// The side database for a database, whatever its state; nil when nothing is kept.
  package func sideFilePath(of fingerprint: DatabaseFingerprint) -> String? {
    namedFile ?? path.map { "\($0)/optiflow.cache-\(fingerprint.databaseName).db" }
  }

  /// Makes the folder and those above it where they are missing.
  ///
  /// - Returns: whether it is there now.
  @discardableResult
  package func make() -> Bool {
    guard let path else { return false }
    if FileStatus(path: path)?.isFolder == true { return true }
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += part
      mkdir(partial, 0o700)
      partial += "/"
    }
    return FileStatus(path: path)?.isFolder == true
  }

  /// What was kept for a database in exactly this state.
  ///
  /// - Parameters:
  ///   - kind: what it is, letters and dashes ("profile").
  ///   - version: version of its form; another one counts as absent.
  ///   - fingerprint: the state of the database; another one counts as absent.
  /// - Returns: the bytes as they were given to `write`; nil when absent.
  package func read(
    _ kind: String,
    version: Int,
    of fingerprint: DatabaseFingerprint
  ) -> [UInt8]? {
    let bytes = withFile(kind, version: version, of: fingerprint) { file, offset, size in
      [UInt8](unsafeUninitializedCapacity: size - offset) { buffer, count in
        count = Self.fill(UnsafeMutableRawBufferPointer(buffer), from: file, at: offset)
      }
    }
    return bytes
  }

  /// Lends the file in which something was kept for a database in exactly this state.
  ///
  /// - Parameters:
  ///   - kind: as for `read`.
  ///   - version: as for `read`.
  ///   - fingerprint: as for `read`.
  ///   - body: given the descriptor and where in the file the bytes given to `write` begin.
  /// - Returns: what the body returns; nil when nothing was kept.
  package func withFile<Result>(
    _ kind: String,
    version: Int,
    of fingerprint: DatabaseFingerprint,
    _ body: (_ descriptor: Int32, _ offset: Int) -> Result
  ) -> Result? {
    withFile(kind, version: version, of: fingerprint) { file, offset, _ in body(file, offset) }
  }

  /// The same, with the size of the file; a file that is not a regular one of this user might be a trap.
  private func withFile<Result>(
    _ kind: String,
    version: Int,
    of fingerprint: DatabaseFingerprint,
    _ body: (_ descriptor: Int32, _ offset: Int, _ size: Int) -> Result
  ) -> Result? {
    guard let path = filePath(kind, fingerprint) else { return nil }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor), status.isRegular,
      status.owner == geteuid()
    else { return nil }
    let size = Int(status.size)
    guard size >= Self.headerSize else { return nil }
    let expected = Self.header(kind, version, fingerprint, count: size - Self.headerSize)
    let found = [UInt8](unsafeUninitializedCapacity: Self.headerSize) { buffer, count in
      count = Self.fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, at: 0)
    }
    return found == expected ? body(descriptor, Self.headerSize, size) : nil
  }

  /// Keeps bytes for a database in this state, in place of what was kept before, all at once.
  ///
  /// - Returns: whether it was kept.
  @discardableResult
  package func write(
    _ bytes: [UInt8],
    as kind: String,
    version: Int,
    of fingerprint: DatabaseFingerprint
  ) -> Bool {
    guard let file = filePath(kind, fingerprint), make() else { return false }
    guard let temporary = try? newFile(beside: file, permissions: 0o600) else { return false }
    let header = Self.header(kind, version, fingerprint, count: bytes.count)
    guard Self.fill(temporary, with: [header, bytes]), rename(temporary, file) == 0
    else {
      unlink(temporary)
      return false
    }
    return true
  }

  private func filePath(_ kind: String, _ fingerprint: DatabaseFingerprint) -> String? {
    path.map { "\($0)/\(kind)-\(fingerprint.databaseName)" }
  }

  /// Bytes before what was kept: enough for any header, and a multiple of all alignments.
  private static let headerSize = 256

  /// The first line of a file, which says all that must agree, filled up with blanks.
  private static func header(
    _ kind: String,
    _ version: Int,
    _ fingerprint: DatabaseFingerprint,
    count: Int
  ) -> [UInt8] {
    let text = "optiflow \(kind) \(version) \(fingerprint.text) \(count)"
    precondition(text.utf8.count < headerSize, "the header of \(kind) is too long")
    let blanks = repeatElement(UInt8(ascii: " "), count: headerSize - 1 - text.utf8.count)
    return Array(text.utf8) + blanks + [0x0A]
  }

  /// Reads a file from an offset on until the buffer is full or the file ends; gives the bytes read.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer,
    from descriptor: Int32,
    at offset: Int
  ) -> Int {
    var done = 0
    while done < buffer.count, let base = buffer.baseAddress {
      let got = pread(descriptor, base + done, buffer.count - done, offset + done)
      guard got > 0 else { break }
      done += got
    }
    return done
  }

  private static func fill(_ path: String, with parts: [[UInt8]]) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    let isWritten = parts.allSatisfy { bytes in
      bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
          guard let base = buffer.baseAddress else { return false }
          let got = Glibc.write(descriptor, base + done, buffer.count - done)
          guard got > 0 else { return false }
          done += got
        }
        return true
      }
    }
    return close(descriptor) == 0 && isWritten
  }
}
