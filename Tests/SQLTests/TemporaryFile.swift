import Glibc

/// A path of a test's own, removed with it.
final class TemporaryFile {
  let path: String

  init() throws {
    var template = Array("/tmp/optiflow-sql-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { characters in
      guard let base = characters.baseAddress else { preconditionFailure("no template") }
      close(mkstemp(base))
      unlink(base)
      return String(cString: base)
    }
  }

  deinit { unlink(path) }
}
