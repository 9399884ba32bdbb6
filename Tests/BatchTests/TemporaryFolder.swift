import Foundation

/// A folder of a test's own, removed with it.
final class TemporaryFolder {
  let path: String

  init() {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("optiflow-batch-\(UUID().uuidString)")
    path = url.path
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      preconditionFailure("no temporary folder: \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name inside.
  func file(_ name: String) -> String { path + "/" + name }

  /// The bytes of a file inside.
  func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: file(name)) }

  /// The names inside, sorted.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
