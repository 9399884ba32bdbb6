import FolderSupport
import Assistant
import Diagnostics
import Foundation
import Presentation
import SemanticModel
import Testing
import Values

@testable import Export

@Suite("Answers written to files", .serialized)
struct ExportFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = TemporaryFolder() }

  private let answer = Sample.answer(.french, Sample.rows)

  @discardableResult
  private func write(
    _ name: String,
    _ answer: Answer? = nil,
    replacing: Bool = false,
    database: String? = nil
  ) throws(Failure) -> Int {
    try ExportFile.write(
      answer ?? self.answer,
      to: folder.file(name),
      model: Sample.model,
      replacing: replacing,
      database: database
    )
  }

  /// The code of the failure of writing; nil when it succeeds.
  private func code(_ name: String, replacing: Bool = false, database: String? = nil) -> String? {
    do throws(Failure) {
      try write(name, replacing: replacing, database: database)
      return nil
    } catch {
      return error.code
    }
  }

  @Test(
    "texts are what the renderers write",
    arguments: [
      ("a.csv", Renderer.Format.csv, ""), ("a.JSON", .json, "\n"), ("a.md", .markdown, "\n"),
      ("a.b.markdown", .markdown, "\n"),
    ]
  )
  func texts(name: String, format: Renderer.Format, end: String) throws {
    #expect(try write(name) == 3)
    let expected = Renderer.render(answer, model: Sample.model, format: format) + end
    #expect(try folder.text(name) == expected)
    #expect(folder.names == [name])
  }

  @Test("a table without rows is its header")
  func noRows() throws {
    #expect(try write("a.csv", Sample.answer(.english, [])) == 0)
    #expect(try folder.text("a.csv") == "product,revenue,rate,units\r\n")
    #expect(try write("a.xlsx", Sample.answer(.english, [])) == 0)
  }

  @Test("JSON counts the rows it keeps")
  func longJSON() throws {
    let rows = Array(repeating: Sample.rows[0], count: AnswerJSON.rowLimit + 1)
    #expect(try write("a.json", Sample.answer(.english, rows)) == AnswerJSON.rowLimit)
  }

  @Test(
    "endings that say nothing are refused",
    arguments: ["a", "a.txt", "a.xls", "a.csv.gz", ".csv", "a.", "a.csv "]
  )
  func endings(name: String) {
    #expect(code(name) == "export.unknown-ending")
    #expect(folder.names == [])
  }

  @Test("what has no table is not written")
  func noTable() throws {
    var refused = Answer(id: "r", question: "?", language: .french, status: .refused)
    refused.reason = .empty
    var greeting = Answer(id: "g", question: "?", language: .french, status: .answered)
    greeting.talk = .greeting
    for answer in [refused, greeting] {
      #expect(throws: Failure.noTable) { try write("a.csv", answer) }
      #expect(throws: Failure.noTable) { try write("a.xlsx", answer) }
    }
    #expect(folder.names == [])
  }

  @Test("a file that is there stays without `replacing`", arguments: ["a.csv", "a.xlsx"])
  func existing(name: String) throws {
    folder.write("mine", as: name)
    #expect(code(name) == "export.exists")
    #expect(try folder.text(name) == "mine")
    #expect(code(name, replacing: true) == nil)
    #expect(folder.bytes(name) != Array("mine".utf8))
    #expect(folder.names == [name])
  }

  @Test("folders, devices and missing folders are told apart")
  func places() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("x.csv"),
      withIntermediateDirectories: true
    )
    #expect(code("x.csv", replacing: true) == "export.is-a-folder")
    #expect(code("", replacing: true) == "export.is-a-folder")
    #expect(code("no/a.csv") == "export.no-folder")
    mkfifo(folder.file("pipe.csv"), 0o600)
    #expect(code("pipe.csv", replacing: true) == "export.not-a-file")
    folder.write("", as: "file")
    #expect(code("file/a.csv") == "export.not-writable")
  }

  @Test("the database is never replaced, under no name of it")
  func database() throws {
    folder.write("data", as: "shop.csv")
    let database = folder.file("shop.csv")
    link(database, folder.file("hard.csv"))
    symlink(database, folder.file("soft.xlsx"))
    for name in ["shop.csv", "hard.csv", "soft.xlsx", "../\(FilePath(folder.path).name)/shop.csv"] {
      #expect(
        code(name, replacing: true, database: database) == "export.is-the-database",
        "\(name)"
      )
    }
    #expect(try folder.text("shop.csv") == "data")
  }

  @Test("a link stays a link, and what it leads to is replaced")
  func links() throws {
    folder.write("old", as: "real.csv")
    symlink("real.csv", folder.file("link.csv"))
    #expect(code("link.csv", replacing: true) == nil)
    #expect(try folder.text("real.csv").hasPrefix("product,"))
    #expect(
      (try? FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link.csv")))
        == "real.csv"
    )
  }

  @Test("a failure leaves the old file and nothing beside it")
  func failure() throws {
    folder.write("old", as: "a.xlsx")
    let target = try ExportTarget(folder.file("a.xlsx"), replacing: true, database: nil)
    #expect(throws: Failure.noTable) {
      try target.publish { temporary throws(Failure) in
        try TextFile.write([1, 2], to: temporary, as: "a.xlsx")
        throw .noTable
      }
    }
    #expect(try folder.text("a.xlsx") == "old")
    #expect(folder.names == ["a.xlsx"])
  }

  @Test("a file that a killed run left is not in the way")
  func leftover() throws {
    let left = ".optiflow-\(getpid())-0.tmp"
    folder.write("left", as: left)
    #expect(code("a.csv") == nil)
    #expect(try folder.text(left) == "left")
    #expect(folder.names == [left, "a.csv"])
  }

  @Test("what comes in between is not overwritten")
  func race() throws {
    let target = try ExportTarget(folder.file("a.csv"), replacing: false, database: nil)
    folder.write("theirs", as: "a.csv")
    #expect(throws: Failure.existingExport(at: folder.file("a.csv"))) {
      try target.publish { temporary throws(Failure) in
        try TextFile.write([1], to: temporary, as: "a.csv")
      }
    }
    #expect(try folder.text("a.csv") == "theirs")
  }

  @Test(
    "new files obey the mask, replaced ones keep their permissions",
    arguments: ["csv", "xlsx"]
  )
  func permissions(ending: String) throws {
    let mask = umask(0o027)
    defer { umask(mask) }
    try write("a." + ending)
    #expect(FileIdentity(path: folder.file("a." + ending))?.permissions == 0o640)
    chmod(folder.file("a." + ending), 0o604)
    try write("a." + ending, replacing: true)
    #expect(FileIdentity(path: folder.file("a." + ending))?.permissions == 0o604)
  }
}
