import Glibc

/// What the system said when a file could not be used: its `errno`.
package struct FileFault: Error, Hashable, Sendable {
  package let code: Int32

  package init(_ code: Int32) {
    self.code = code
  }

  /// The system's own words.
  package var reason: String { String(cString: strerror(code)) }
}

/// A text file of our own that only its user can read: 0600, in a folder that is made 0700.
package struct PrivateFile: Sendable {
  package let path: String

  /// - Parameter path: where it is, or will be; a link is followed, so that rewriting keeps it.
  package init(path: String) {
    let target = realpath(path, nil)
    defer { free(target) }
    self.path = target.map { String(cString: $0) } ?? path
  }

  /// The last bytes; none when there is no file yet, or when it is a device.
  ///
  /// - Returns: the bytes, and whether there are more before them.
  package func read(atMost limit: Int) throws(FileFault) -> (bytes: [UInt8], isCut: Bool) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return ([], false) }
      throw FileFault(errno)
    }
    defer { close(descriptor) }
    guard let size = Self.size(of: descriptor) else { return ([], false) }
    let isCut = size > limit
    if isCut { lseek(descriptor, size - limit, SEEK_SET) }
    let bytes = Descriptor(descriptor).readAll(atMost: limit)
    guard size == 0 || !bytes.isEmpty else { throw FileFault(EIO) }
    return (bytes, isCut)
  }

  /// Adds a text at the end, and makes the file and its folder where they are missing.
  package func append(_ text: String) throws(FileFault) {
    makeFolder()
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw FileFault(errno) }
    let error = Descriptor(descriptor).write(text)
    close(descriptor)
    guard error == 0 else { throw FileFault(error) }
  }

  /// Puts a text in place of all, at once: who is killed meanwhile leaves the former one.
  ///
  /// A device such as /dev/null keeps its place.
  package func replace(with text: String) throws(FileFault) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else { return }
    makeFolder()
    var name = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw FileFault(errno) }
    var error = Descriptor(descriptor).write(text)
    if error == 0, fsync(descriptor) != 0 { error = errno }
    close(descriptor)
    if error == 0, rename(name, path) != 0 { error = errno }
    guard error != 0 else { return }
    unlink(name)
    throw FileFault(error)
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
}
