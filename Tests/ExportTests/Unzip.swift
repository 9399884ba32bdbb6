import Foundation
import Testing

/// Reading a part of a workbook, which is a zip file, with the program `unzip`.
enum Unzip {
  private static let program = "/usr/bin/unzip"

  /// Whether this machine has the program; without it workbooks are written and not read back.
  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// The text of a part such as "xl/styles.xml".
  static func part(_ name: String, of path: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-p", path, name]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(name) of \(path)")
    return String(decoding: data, as: UTF8.self)
  }
}
