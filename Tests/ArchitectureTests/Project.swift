import Foundation

/// The files of the project, as these tests see them.
enum Project {
  /// The project's top folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A Swift file: its path from the top folder, and its text.
  struct SwiftFile: Sendable {
    let path: String
    let text: String

    /// The folder right under Sources or Tests, which is the target's name.
    var target: String { String(path.split(separator: "/")[1]) }

    /// Lines, as `wc -l` counts them.
    var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
  }

  /// The text of a file, by its path from the top folder.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Whether a file or folder is there, by its path from the top folder.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// All Swift files under a folder, in order of path.
  static func swiftFiles(under folder: String) throws -> [SwiftFile] {
    try paths(under: folder).filter { $0.hasSuffix(".swift") }
      .map { SwiftFile(path: $0, text: try text($0)) }
  }

  /// All paths under a folder, folders too, in order.
  static func paths(under folder: String) -> [String] {
    let top = root.appendingPathComponent(folder).path
    let all = FileManager.default.enumerator(atPath: top)?.compactMap { $0 as? String } ?? []
    return all.sorted().map { folder + "/" + $0 }
  }
}
