import Foundation
import Testing
import Values

/// Whole answers, from the question to the rows, as pages to read.
///
/// `RECORD_SNAPSHOTS=1 swift test --disable-xctest --filter SnapshotTests` writes them anew and fails, so that
/// recording is never mistaken for passing; review the difference before keeping it.
@Suite("Answers are those of the recorded pages")
struct SnapshotTests {
  private static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Snapshots"
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  @Test("The page is as it was recorded", arguments: GoldenPages.all.indices)
  func page(index: Int) throws {
    let (name, french, english) = GoldenPages.all[index]
    let page = GoldenPage.text(
      try DemoAssistant.ask(french, in: .french),
      try DemoAssistant.ask(english, in: .english)
    )
    let path = "\(Self.folder)/\(name).txt"
    if Self.isRecording {
      try page.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).txt: review it, and run again without RECORD_SNAPSHOTS")
      return
    }
    let recorded = try? String(contentsOfFile: path, encoding: .utf8)
    guard let recorded else {
      Issue.record("there is no page \(name).txt yet: run once with RECORD_SNAPSHOTS=1")
      return
    }
    #expect(Self.firstDifference(recorded, page) == nil, "\(name).txt")
  }

  @Test("Every page has its question, and no page is left over")
  func completeness() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter {
      $0.hasSuffix(".txt")
    }
    #expect(names.sorted() == GoldenPages.all.map { $0.name + ".txt" }.sorted())
  }

  /// The first line that is not the same, with what it was and what it is.
  private static func firstDifference(_ old: String, _ new: String) -> String? {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(before.count, after.count) {
      let was = line < before.count ? before[line] : "(end)"
      let now = line < after.count ? after[line] : "(end)"
      if was != now { return "line \(line + 1) was: \(was)\nand is: \(now)" }
    }
    return nil
  }
}
