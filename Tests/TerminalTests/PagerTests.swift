import FolderSupport
import Foundation
import Terminal
import Testing

// Each run of a pager sets signals of the whole process aside.
@Suite("Long texts go through the pager", .serialized)
struct PagerTests {
  private static let terminal = Screen(height: 3, isOutputTerminal: true)
  private static let long = String(repeating: "line\n", count: 30_000)

  @Test("No pager without a terminal")
  func noTerminal() throws {
    let shown = try Self.show(Self.long, on: Screen(height: 3), pager: "false")
    #expect(shown == Self.long)
  }

  @Test("A short text needs none, an empty or plain PAGER means none")
  func noPager() throws {
    #expect(try Self.show("a\n", on: Self.terminal, pager: "false") == "a\n")
    for pager in ["", "cat"] {
      #expect(try Self.show("a\nb\nc\n", on: Self.terminal, pager: pager) == "a\nb\nc\n")
    }
  }

  @Test("The pager gets the whole text")
  func pager() throws {
    let scratch = TemporaryFolder()
    let shown = try Self.show(
      Self.long,
      on: Self.terminal,
      pager: "cat > '\(scratch.file("paged"))'"
    )
    #expect(shown == "")
    #expect(try scratch.text("paged") == Self.long)
  }

  @Test("A pager that is quit early is no error", arguments: ["true", "exit 3", "kill -9 $$"])
  func earlyQuit(pager: String) throws {
    _ = try Self.show(Self.long, on: Self.terminal, pager: pager)
  }

  @Test("A pager that is missing leaves the text as it is")
  func missing() throws {
    let pager = "exec optiflow-no-such-pager 2>/dev/null"
    #expect(try Self.show(Self.long, on: Self.terminal, pager: pager) == Self.long)
  }

  @Test("An output that nobody reads is told")
  func closedOutput() throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let output = pipe.fileHandleForWriting.fileDescriptor
    #expect(!Pager(screen: Screen(), environment: [:], output: output).show("a\n"))
  }

  /// What arrives at the output when a text is shown.
  private static func show(_ text: String, on screen: Screen, pager: String) throws -> String {
    let scratch = TemporaryFolder()
    scratch.write("", as: "output")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.file("output")))
    Pager(screen: screen, environment: ["PAGER": pager], output: file.fileDescriptor).show(text)
    try file.close()
    return try scratch.text("output")
  }
}
