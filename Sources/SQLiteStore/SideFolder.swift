import Glibc

/// The folder in which the assistant keeps what it computed, never what the user owns.
///
/// Folders are 0700 and files 0600. Nothing here fails: without a folder, or with one that cannot be
/// written, reading gives nil and writing gives false, and the caller computes again.
package struct SideFolder: Sendable {
  /// The folder, which need not exist yet; nil when nothing is kept.
  package let path: String?
  /// The side database; nil when nothing is kept.
  package let sideFilePath: String?

  /// Nothing is kept.
  package static let none = SideFolder(path: nil, sideFilePath: nil)

  private init(path: String?, sideFilePath: String?) {
    self.path = path
    self.sideFilePath = sideFilePath
  }

  /// Chooses the folder.
  ///
  /// - Parameters:
  ///   - override: what the user named: a folder, or the side database itself (`….db`).
  ///   - environment: XDG_CACHE_HOME when absolute, as its specification asks, else HOME/.cache.
  package init(override: String?, environment: [String: String]) {
    if let override, override.hasSuffix(".db") {
      self.init(path: folderPart(of: override), sideFilePath: override)
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
    self.init(path: folder, sideFilePath: folder.map { $0 + "/optiflow.cache.db" })
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
    guard let file = filePath(kind, fingerprint), var bytes = Self.contents(of: file) else {
      return nil
    }
    guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
    let payload = bytes[(end + 1)...]
    let expected = Self.header(kind, version, fingerprint, count: payload.count)
    guard bytes[..<end].elementsEqual(expected.utf8) else { return nil }
    bytes.removeSubrange(...end)
    return bytes
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
    let header = Self.header(kind, version, fingerprint, count: bytes.count) + "\n"
    guard Self.fill(temporary, with: [Array(header.utf8), bytes]), rename(temporary, file) == 0
    else {
      unlink(temporary)
      return false
    }
    return true
  }

  private func filePath(_ kind: String, _ fingerprint: DatabaseFingerprint) -> String? {
    path.map { "\($0)/\(kind)-\(fingerprint.databaseName)" }
  }

  /// The first line of a file, which says all that must agree.
  private static func header(
    _ kind: String,
    _ version: Int,
    _ fingerprint: DatabaseFingerprint,
    count: Int
  ) -> String {
    "optiflow \(kind) \(version) \(fingerprint.text) \(count)"
  }

  /// The bytes of a regular file of this user; anything else might be somebody's trap.
  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let status = FileStatus(descriptor: descriptor), status.isRegular,
      status.owner == geteuid()
    else { return nil }
    return [UInt8](unsafeUninitializedCapacity: Int(status.size)) { buffer, count in
      while count < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let got = Glibc.read(descriptor, base + count, buffer.count - count)
        guard got > 0 else { return }
        count += got
      }
    }
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
