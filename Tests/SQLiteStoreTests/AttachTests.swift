import FolderSupport
import Diagnostics
import Testing
import Values

@testable import SQLiteStore

@Suite("A side file is read beside the database")
struct AttachTests {
  private let folder = TemporaryFolder()

  @Test("Its tables are read with the database's own, and neither can be written")
  func reading() throws {
    let (database, side) = try (make("shop.db", "goods"), make("side.db", "extras"))
    let connection = try Connection.readOnly(path: database)
    try connection.attach(sideFile: side)
    let rows = try connection.query("SELECT goods.name, extras.name FROM goods, extras").rows
    #expect(rows == [[.text("goods"), .text("extras")]])
    for statement in ["DELETE FROM extras", "DELETE FROM goods", "ATTACH 'x.db' AS x"] {
      #expect(throws: Failure.self, "\(statement)") { try connection.query(statement) }
    }
  }

  @Test("A database put in its place is read with the side file again")
  func reopening() throws {
    let (database, side) = try (make("shop.db", "goods"), make("side.db", "extras"))
    let connection = try Connection.readOnly(path: database)
    try connection.attach(sideFile: side)
    _ = try make("shop.db", "goods")
    #expect(try connection.query("SELECT name FROM extras").rows == [[.text("extras")]])
  }

  private func make(_ file: String, _ table: String) throws -> String {
    let path = folder.path + "/" + file
    let writer = try Connection.create(path: path, replacing: true)
    try writer.execute("CREATE TABLE \(table)(name TEXT); INSERT INTO \(table) VALUES ('\(table)')")
    try writer.finish()
    return path
  }
}
