import FolderSupport
import Diagnostics
import Foundation
import Terminal
import Testing

@Suite("The history is kept, tidy and private")
struct HistoryTests {
  @Test("File and folder belong to their owner alone")
  func modes() throws {
    let scratch = TemporaryFolder()
    let history = History(path: scratch.file("state/optiflow/history"))
    history.add("chiffre d'affaires en 2025")
    #expect(scratch.mode("state/optiflow/history") == 0o600)
    #expect(scratch.mode("state/optiflow") == 0o700)
    history.close()
    #expect(scratch.mode("state/optiflow/history") == 0o600)
    #expect(history.takeWarning() == nil)
  }

  @Test("A line said again moves to the end, in the file too")
  func repetitions() throws {
    let scratch = TemporaryFolder()
    let history = History(path: scratch.file("history"))
    for line in ["a", "b", "a", "c", "b"] { history.add(line) }
    #expect(history.entries == ["a", "c", "b"])
    #expect(try scratch.text("history") == "a\nb\na\nc\nb\n")
    history.close()
    #expect(try scratch.text("history") == "a\nc\nb\n")
    #expect(History(path: scratch.file("history")).entries == ["a", "c", "b"])
  }

  @Test("The newest 2,000 stay")
  func limit() throws {
    let scratch = TemporaryFolder()
    let lines = (1...2_010).map { "question \($0)" }
    scratch.write(lines.joined(separator: "\n") + "\n", as: "history")
    let history = History(path: scratch.file("history"))
    history.add("one more")
    history.close()
    let kept = History(path: scratch.file("history")).entries
    #expect(kept == Array(lines.suffix(1_999)) + ["one more"])
  }

  @Test("An entry of several lines is one, backslashes and all")
  func severalLines() throws {
    let scratch = TemporaryFolder()
    let history = History(path: scratch.file("history"))
    let entries = ["top 5\nen 2025", #"a \n b \"#, "été\n\n🎉"]
    for entry in entries { history.add(entry) }
    #expect(History(path: scratch.file("history")).entries == entries)
    history.close()
    #expect(History(path: scratch.file("history")).entries == entries)
  }

  @Test("Lines that are empty or begin with a blank are not kept")
  func secrets() throws {
    let scratch = TemporaryFolder()
    let history = History(path: scratch.file("history"))
    for line in [" secret", "\tsecret", ""] { history.add(line) }
    history.close()
    #expect(history.entries == [])
    #expect(!FileManager.default.fileExists(atPath: scratch.file("history")))
  }

  @Test("What another run adds meanwhile stays")
  func otherRuns() throws {
    let scratch = TemporaryFolder()
    let first = History(path: scratch.file("history"))
    let second = History(path: scratch.file("history"))
    first.add("a")
    second.add("b")
    first.close()
    second.close()
    #expect(History(path: scratch.file("history")).entries == ["a", "b"])
  }

  @Test("A place that cannot be written gives one warning, and the run keeps its own entries")
  func unwritable() throws {
    let scratch = TemporaryFolder()
    scratch.write("a file, no folder", as: "blocked")
    let history = History(path: scratch.file("blocked/history"))
    history.add("a")
    history.add("b")
    #expect(history.entries == ["a", "b"])
    #expect(history.takeWarning()?.code.hasPrefix("history.not-") == true)
    history.add("c")
    history.close()
    #expect(history.takeWarning() == nil)
  }

  @Test("A folder in its place, a full disk: one warning each")
  func hostilePlaces() throws {
    let scratch = TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: scratch.file("history"),
      withIntermediateDirectories: false
    )
    for path in [scratch.file("history"), "/dev/full"] {
      let history = History(path: path)
      history.add("a")
      history.close()
      #expect(history.takeWarning() != nil, "\(path)")
      #expect(history.takeWarning() == nil, "\(path)")
    }
  }

  @Test("A device keeps its place, a link its target")
  func links() throws {
    let scratch = TemporaryFolder()
    for (link, target) in [("null", "/dev/null"), ("link", scratch.file("target"))] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.file(link),
        withDestinationPath: target
      )
    }
    scratch.write("old\n", as: "target")
    for name in ["null", "link"] {
      let history = History(path: scratch.file(name))
      history.add("new")
      history.close()
      #expect(history.takeWarning() == nil)
    }
    #expect(try scratch.text("target") == "old\nnew\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.file("link")) != "")
    #expect(History(path: "/dev/null").entries == [])
  }

  @Test("Bytes that are no text do no harm")
  func damagedFile() throws {
    let scratch = TemporaryFolder()
    try Data([0x61, 0xFF, 0x0A, 0x5C, 0x0A, 0x00, 0x0A, 0x62]).write(
      to: URL(fileURLWithPath: scratch.file("history"))
    )
    let history = History(path: scratch.file("history"))
    #expect(history.entries.first == "a\u{FFFD}")
    #expect(history.entries.last == "b")
  }
}
