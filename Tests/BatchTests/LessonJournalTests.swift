import FolderSupport
import Diagnostics
import Foundation
import Lessons
import SQLiteStore
import Testing
import Values

@testable import Batch

@Suite("The journal of lessons")
struct LessonJournalTests {
  let folder = TemporaryFolder()
  let shop: Shop

  init() throws { shop = try Shop(folder, Shop.three) }

  private var path: String { folder.file("side.db") }
  private var export: String { path + ".lessons.jsonl" }
  private var journal: LessonJournal {
    LessonJournal(database: shop.connection, path: path, patience: .zero)
  }

  private static let hostile = "Robert'); DROP TABLE optiflow_lessons;-- \"\u{1}\u{1B}[31m\n\\ 🎆"

  private func event(_ name: String, _ iso: String = "2026-11-28") -> LessonContent {
    let day = CalendarDay(iso: iso) ?? CalendarDay(ordinal: 0)
    return .event(TaughtEvent(name: name, days: day...day, multiplier: 1.7, scope: .everything))
  }

  @Test("nothing taught: no lessons, and no file is made for it")
  func empty() throws {
    #expect(try journal.lessons() == [])
    #expect(folder.names == ["shop.db"])
    #expect(code { _ = try journal.undo(nil) } == "lesson.unknown")
  }

  @Test("lessons are numbered, and exported for their user only; undoing marks and deletes nothing")
  func noteAndUndo() throws {
    let first = try journal.note(event("A"), author: "ana")
    let second = try journal.note(event(Self.hostile), author: "bob")
    #expect(first.id == 1 && second.id == 2)
    #expect(try journal.lessons() == [first, second])
    let undone = try journal.undo(nil)
    #expect(undone.id == 2 && undone.undoneAt != nil)
    #expect(try journal.lessons().map(\.isInForce) == [true, false])
    #expect(code { _ = try journal.undo(2) } == "lesson.unknown")
    #expect(try journal.undo(1).content == first.content)
    let mode = try FileManager.default.attributesOfItem(atPath: export)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(
      try folder.text("side.db.lessons.jsonl")
        .split(separator: "\n").count == 2
    )
  }

  @Test("they outlive a side file that is damaged or deleted", arguments: [true, false])
  func rebuilt(isDamaged: Bool) throws {
    _ = try journal.note(event(Self.hostile), author: "ana")
    _ = try journal.note(event(String(repeating: "é", count: 500_000)), author: "ana")
    _ = try journal.undo(2)
    let before = try journal.lessons()
    for ending in ["-wal", "-shm"] { unlink(path + ending) }
    if isDamaged {
      try Data("no database".utf8).write(to: URL(fileURLWithPath: path))
    } else {
      unlink(path)
    }
    #expect(try journal.lessons() == before)
    #expect(try journal.note(event("C"), author: "ana").id == 3)
  }

  @Test("a run reads them back too, and writes the export anew")
  func batch() throws {
    _ = try journal.note(event("A"), author: "ana")
    let line = folder.bytes("side.db.lessons.jsonl")
    for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    let batch = NightlyBatch(
      database: shop.connection,
      facts: try shop.facts(now: "2026-01-31"),
      path: path
    )
    #expect(try batch.run().status == .succeeded)
    #expect(try journal.lessons().count == 1)
    unlink(export)
    _ = try batch.run()
    #expect(folder.bytes("side.db.lessons.jsonl") == line)
  }

  @Test("lines that are no lessons are left out, and the file they stood in is kept")
  func brokenExport() throws {
    _ = try journal.note(event("A"), author: "ana")
    let good = try folder.text("side.db.lessons.jsonl")
    for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    try (good + "{\"id\": 2, \"kind\": \"event\"}\n[1,\nnull\n\u{0}\n").write(
      toFile: export,
      atomically: true,
      encoding: .utf8
    )
    #expect(try journal.lessons().map(\.id) == [1])
    #expect(folder.names.contains { $0.hasPrefix("side.db.lessons.jsonl.damaged-") })
  }

  @Test("while another program writes the side file, nothing is noted and it says so")
  func busy() throws {
    let lock = try ComputedLock.take(for: path, patience: .zero)
    #expect(code { _ = try journal.note(event("A"), author: "ana") } == "batch.busy")
    withExtendedLifetime(lock) {}
    #expect(try journal.lessons() == [])
  }

  @Test("two that note at once wait for each other, and both are kept")
  func together() async throws {
    let patient = LessonJournal(database: shop.connection, path: path, patience: .seconds(30))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<2 {
        let contents = (0..<5).map { event("\(worker)/\($0)") }
        group.addTask {
          for content in contents { _ = try patient.note(content, author: "w") }
        }
      }
      try await group.waitForAll()
    }
    #expect(try patient.lessons().map(\.id) == Array(1...10))
  }

  @Test("where the export cannot be written, nothing is noted")
  func unwritable() throws {
    _ = try journal.note(event("A"), author: "ana")
    unlink(export)
    try FileManager.default.createDirectory(atPath: export, withIntermediateDirectories: false)
    let code = code { _ = try journal.note(event("B"), author: "ana") }
    #expect(code == nil || code == "batch.not-writable")
    #expect(try journal.lessons().count == (code == nil ? 2 : 1))
  }

  @Test("the user's own database is never the journal")
  func ownDatabase() {
    let journal = LessonJournal(database: shop.connection, path: shop.path)
    let before = folder.bytes("shop.db")
    #expect(code { _ = try journal.note(event("A"), author: "ana") } == "batch.own-database")
    #expect(folder.bytes("shop.db") == before)
  }
}
