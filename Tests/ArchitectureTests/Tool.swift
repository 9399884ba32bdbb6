import Foundation
import TerminalSupport

/// Runs of the optiflow program built beside these tests.
enum Tool {
  /// What a run printed, and its exit code.
  struct Run {
    let output: String
    let errors: String
    let status: Int32
  }

  /// Runs the program on the project's own folders.
  static func run(_ arguments: [String]) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = arguments
    process.currentDirectoryURL = Project.root
    // The user's own settings must not change what these tests see.
    process.environment = ["OPTIFLOW_HOME": Project.root.path, "LANG": "C.UTF-8"]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: said, as: UTF8.self),
      status: process.terminationStatus
    )
  }
}
