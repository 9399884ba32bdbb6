import Foundation
import Testing

/// A page of docs/ that is made from the sources and must agree with them.
enum RecordedFile {
  /// Compares a page with what it should be; `OPTIFLOW_RECORD=1` rewrites it, and still fails once.
  static func compare(_ path: String, with expected: String) throws {
    let current = try? Project.text(path)
    guard current != expected else { return }
    if ProcessInfo.processInfo.environment["OPTIFLOW_RECORD"] == "1" {
      try Data(expected.utf8).write(to: Project.root.appendingPathComponent(path))
      Issue.record("\(path) was rewritten; read it, then run the tests again")
      return
    }
    let old = Set((current ?? "").split(separator: "\n"))
    let new = expected.split(separator: "\n")
    let differing = new.filter { !old.contains($0) } + old.subtracting(new).sorted()
    Issue.record(
      """
      \(path) does not agree with the sources; "make pages" rewrites it. First difference:
      \(differing.first.map(String.init) ?? "the order of lines")
      """
    )
  }
}
