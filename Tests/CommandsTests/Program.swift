import Foundation

/// A program of the machine that tests hand a text to.
struct Program {
  let path: String

  /// The program of a name in the usual folders; nil where it is not installed.
  init?(_ name: String) {
    let paths = ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    self.path = path
  }

  /// Whether a program is installed.
  static func exists(_ name: String) -> Bool { Program(name) != nil }

  /// Runs it on a text that it reads from standard input.
  ///
  /// - Returns: its exit code, and all it printed, errors too.
  func run(_ arguments: [String], input: String) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]
    let (reading, writing) = (Pipe(), Pipe())
    process.standardInput = reading
    process.standardOutput = writing
    process.standardError = writing
    try process.run()
    try reading.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try reading.fileHandleForWriting.close()
    let output = writing.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
