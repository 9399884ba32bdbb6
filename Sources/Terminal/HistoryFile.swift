import Diagnostics
import Glibc

/// The file of a history: one entry a line, 0600, in a folder that is made 0700.
struct HistoryFile {
  private let path: String

  /// Most bytes that are read: the newest.
  private static let longestFile = 1 << 23

  /// - Parameter path: where it is, or will be; a link is followed, so that rewriting keeps it.
  init(path: String) {
    let target = realpath(path, nil)
    defer { free(target) }
    self.path = target.map { String(cString: $0) } ?? path
  }

  /// The entries, oldest first; none when there is no file yet.
  func entries() throws(Failure) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return [] }
      throw .unreadableHistory(path, error: errno)
    }
    defer { close(descriptor) }
    guard let size = Self.size(of: descriptor) else { return [] }
    let isCut = size > Self.longestFile
    if isCut { lseek(descriptor, size - Self.longestFile, SEEK_SET) }
    let bytes = Descriptor(descriptor).readAll(atMost: Self.longestFile)
    guard size == 0 || !bytes.isEmpty else { throw .unreadableHistory(path, error: EIO) }
    // The first line of a cut file may have lost its beginning.
    return bytes.split(separator: 0x0A).dropFirst(isCut ? 1 : 0)
      .map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
  }

  /// Adds an entry at the end, and makes the file and its folder where they are missing.
  func append(_ entry: String) throws(Failure) {
    makeFolder()
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw .unwritableHistory(path, error: errno) }
    let error = Descriptor(descriptor).write(Self.escaped(entry) + "\n")
    close(descriptor)
    guard error == 0 else { throw .unwritableHistory(path, error: error) }
  }

  /// Puts entries in place of all, at once: a run that is killed meanwhile leaves the former file.
  func replace(with entries: [String]) throws(Failure) {
    // A device such as /dev/null keeps its place.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    var name = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .unwritableHistory(path, error: errno) }
    var error = Descriptor(descriptor).write(entries.map { Self.escaped($0) + "\n" }.joined())
    if error == 0, fsync(descriptor) != 0 { error = errno }
    close(descriptor)
    if error == 0, rename(name, path) != 0 { error = errno }
    guard error != 0 else { return }
    unlink(name)
    throw .unwritableHistory(path, error: error)
  }

  /// Makes the folders above the file; that one is missing still shows when the file is opened.
  private func makeFolder() {
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      partial += part
      mkdir(partial, 0o700)
      partial += "/"
    }
  }

  /// The size of a plain file; nil for anything else.
  private static func size(of descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  private static func escaped(_ entry: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\".unicodeScalars
      case "\n": result += "\\n".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func unescaped(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        result.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
