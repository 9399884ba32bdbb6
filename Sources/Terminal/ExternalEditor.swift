import Files
import Glibc

/// The user's own editor, for a text that has grown too long for a line.
struct ExternalEditor {
  private let command: String
  private let folder: String

  /// Most bytes that are taken back.
  private static let longestText = 1 << 20

  /// Takes $VISUAL, else $EDITOR, else vi.
  init(environment: [String: String]) {
    let named = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
    command = named ?? "vi"
    folder = environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  /// Lets the user edit a text, in a file that only this user can read.
  ///
  /// - Returns: what was saved, without line ends at its end; nil when the editor failed.
  func edit(_ text: String) -> String? {
    var name = Array((folder + "/optiflow-XXXXXX.txt").utf8CString)
    let file = mkstemps(&name, 4)
    guard file >= 0 else { return nil }
    let error = Descriptor(file).write(text + "\n")
    close(file)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    guard error == 0, ShellCommand(text: command, arguments: [path]).run() == 0 else { return nil }
    return Self.read(path)
  }

  private static func read(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let bytes = Descriptor(file).readAll(atMost: longestText)
    let end = bytes.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? 0
    // A line of readline ends at a zero byte.
    return String(decoding: bytes[..<end].filter { $0 != 0 }, as: UTF8.self)
  }
}
