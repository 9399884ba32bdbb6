import Foundation

/// A folder of a test's own, removed with it and all that is in it.
package final class TemporaryFolder: Sendable {
  /// Where it is; others may read it, but not write.
  package let path: String

  package init() {
    path = NSTemporaryDirectory() + "optiflow-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o755]
      )
    } catch {
      preconditionFailure("no temporary folder: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name inside.
  package func file(_ name: String) -> String { path + "/" + name }

  /// The names inside, sorted.
  package var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The bytes of a file inside; none where there is none.
  package func bytes(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: file(name)).map(Array.init) ?? []
  }

  /// The text of a file inside.
  package func text(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  /// Every name with its bytes.
  package var contents: [String: [UInt8]] {
    names.reduce(into: [:]) { $0[$1] = bytes($1) }
  }

  /// The permissions of a file inside; nil where there is none.
  package func mode(_ name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file(name))
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }

  /// Writes a file inside, and gives its path.
  @discardableResult
  package func write(_ bytes: [UInt8], as name: String) -> String {
    precondition(FileManager.default.createFile(atPath: file(name), contents: Data(bytes)))
    return file(name)
  }

  /// The same of a text.
  @discardableResult
  package func write(_ text: String, as name: String) -> String {
    write(Array(text.utf8), as: name)
  }
}
