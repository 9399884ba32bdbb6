import Foundation
import Terminal
import TerminalSupport
import Testing

@testable import Commands

// Each test waits for another process: one at a time leaves the machine to it.
@Suite("optiflow chat in hard times", .serialized)
struct ChatHardshipTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  @Test("a megabyte pasted at the prompt is refused, and the next question answered")
  func pastedFlood() throws {
    let chat = try ChatWindow(home)
    let flood = String(repeating: "été ", count: 200_000)
    let shown = try chat.enter("\u{1B}[200~\(flood)\u{1B}[201~")
    #expect(shown.contains("too long"))
    #expect(try chat.enter("revenue by category").contains("Lamps"))
    #expect(chat.leave("\u{4}") == 0)
  }

  @Test("a megabyte through the pipe likewise")
  func pipedFlood() throws {
    let flood = Array(String(repeating: "été ", count: 200_000).utf8)
    let run = try piped(flood + Array("\nrevenue by category\n".utf8))
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains("too long"))
    #expect(run.output.contains("Lamps"))
  }

  @Test("bytes that are no text do no harm at the prompt")
  func typedBytes() throws {
    let chat = try ChatWindow(home)
    for bytes in [Array(UInt8(0x80)...0xFF), [0xC3, 0x28, 0xF0, 0x9F], [0xED, 0xA0, 0x80]] {
      #expect(chat.terminal.type(bytes as [UInt8]))
      try chat.enter("")
    }
    #expect(try chat.enter("revenue by category").contains("Lamps"))
    #expect(chat.leave("\u{4}") == 0)
  }

  @Test("all bytes through the pipe, with and without line ends between them")
  func pipedBytes() throws {
    let all = Array(UInt8.min...UInt8.max)
    let run = try piped(
      all + [0x0A] + all.flatMap { [$0, 0x0A] } + Array("revenue by category\n".utf8)
    )
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains("Lamps"))
    #expect(!run.output.contains("\u{0}"))
  }

  @Test("an output that is closed early ends it quietly")
  func closedOutput() throws {
    let question = Array("revenue by category\n".utf8)
    let flood = Array(repeatElement(question, count: 2_000).joined())
    let run = try piped(flood, readingAtMost: 1)
    #expect(run.code == 0 && run.errors.isEmpty)
  }

  @Test(
    "a history that cannot be kept gives one warning and hinders nothing",
    arguments: ["full", "folder", "blocked"]
  )
  func unkeptHistory(trouble: String) throws {
    let folder = home.path + "/.local/state/optiflow"
    switch trouble {
    case "full":
      try home.write("", to: ".local/state/optiflow/other")
      symlink("/dev/full", folder + "/history")
    case "folder": try home.write("", to: ".local/state/optiflow/history/file")
    default: try home.write("", to: ".local")
    }
    let chat = try ChatWindow(home)
    var shown = ""
    for question in ["revenue by category", "revenue by product", "/sql"] {
      shown += try chat.enter(question)
    }
    chat.terminal.type("\u{1B}[A\u{1B}[A\u{1B}[A\r")
    #expect(chat.terminal.wait(for: "Lamps") != nil)
    #expect(chat.terminal.wait(for: ChatWindow.prompt) != nil)
    #expect(chat.leave("\u{4}") == 0)
    shown = chat.greeting + shown + chat.terminal.rest()
    #expect(shown.components(separatedBy: "[history.").count == 2, "\(shown)")
  }

  /// A run of the chat that reads from a pipe and writes to one.
  private func piped(_ input: [UInt8], readingAtMost limit: Int = .max) throws -> (
    code: Int32, output: String, errors: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = ["chat", "--db", home.database, "--home", home.path, "--lang", "en"]
    process.environment = ["HOME": home.path, "LANG": "C.UTF-8"]
    let (reading, writing, saying) = (Pipe(), Pipe(), Pipe())
    process.standardInput = reading
    process.standardOutput = writing
    process.standardError = saying
    try process.run()
    let writer = Thread {
      // Whoever stops reading early ends this, too.
      signal(SIGPIPE, SIG_IGN)
      try? reading.fileHandleForWriting.write(contentsOf: Data(input))
      try? reading.fileHandleForWriting.close()
    }
    writer.start()
    let output =
      limit == .max
      ? writing.fileHandleForReading.readDataToEndOfFile()
      : try writing.fileHandleForReading.read(upToCount: limit) ?? Data()
    try writing.fileHandleForReading.close()
    let errors = saying.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationReason == .exit ? process.terminationStatus : -1,
      String(decoding: output, as: UTF8.self), String(decoding: errors, as: UTF8.self)
    )
  }
}
