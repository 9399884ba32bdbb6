import Foundation
import Terminal
import Testing

@Suite("Lines of a pipe")
struct PlainLineSourceTests {
  @Test("Lines come one by one, with CR LF and without a last end")
  func lines() {
    #expect(
      Self.events("a\r\n\nété \nlast") == [
        .line("a"), .line(""), .line("été "), .line("last"), .end, .end,
      ]
    )
    #expect(Self.events("") == [.end, .end])
    #expect(Self.events("a\n") == [.line("a"), .end, .end])
  }

  @Test("Bytes that are not UTF-8 are replaced")
  func repair() {
    #expect(Self.events([0x61, 0xFF, 0x62, 0x0A]) == [.line("a\u{FFFD}b"), .end, .end])
  }

  @Test("A line over a megabyte is cut between characters, and the next one is whole")
  func longLine() {
    let limit = PlainLineSource.longestLine
    let fits = String(repeating: "a", count: limit)
    #expect(Self.events(fits + "\nb\n") == [.line(fits), .line("b"), .end, .end])
    #expect(Self.events(fits + "cut\nb\n") == [.line(fits), .line("b"), .end, .end])
    let split = String(repeating: "a", count: limit - 1)
    #expect(Self.events(split + "éé\nb\n") == [.line(split), .line("b"), .end, .end])
    #expect(Self.events(split + "🎉") == [.line(split), .end, .end])
  }

  /// What a source gives for a text that arrives through a pipe, up to two ends.
  private static func events(_ text: String) -> [LineEvent] {
    events(Array(text.utf8))
  }

  private static func events(_ bytes: [UInt8]) -> [LineEvent] {
    let pipe = Pipe()
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    var source = PlainLineSource(descriptor: pipe.fileHandleForReading.fileDescriptor)
    var events: [LineEvent] = []
    while events.suffix(2) != [.end, .end] { events.append(source.next(prompt: "> ")) }
    return events
  }
}
