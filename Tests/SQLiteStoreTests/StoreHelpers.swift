import FolderSupport
import Glibc
import Testing
import Diagnostics
import Values

@testable import SQLiteStore

/// A small database with some products, in rollback mode.
func makeProducts(in folder: TemporaryFolder, name: String = "shop.db") throws -> String {
  let path = folder.file(name)
  let writer = try Connection.create(path: path)
  try writer.execute("CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT, unit_price REAL)")
  try writer.execute("CREATE INDEX by_name ON products (name)")
  let insertion = try writer.prepareInsert(into: "products", columns: ["id", "name", "unit_price"])
  try writer.transaction { () throws(Failure) in
    try insertion.insert(values: [.integer(1), .text("Crème brûlée"), .real(4.5)])
    try insertion.insert(values: [.integer(2), .text(""), .null])
  }
  try writer.finish()
  return path
}

/// A WAL database with the same file name whose last rows are still in its `-wal`; held open by the
/// connection that is returned.
func makeLoggedDatabase(in folder: TemporaryFolder, name: String = "shop.db") throws -> Connection {
  let writer = try Connection.open(sideFile: folder.file(name))
  try writer.execute("CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT)")
  try writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  try writer.execute("INSERT INTO products VALUES (1, 'chaise'), (2, 'table')")
  return writer
}

/// The C library's function, which Swift's Glibc module leaves out.
@_silgen_name("setfsuid")
@discardableResult
private func setfsuid(_ user: UInt32) -> Int32

/// Runs a body with the file permissions of the user "nobody", when the tests run as root.
///
/// `setfsuid` binds the calling thread only, and the body must stay on it.
func withoutPrivileges<Result>(_ body: () throws -> Result) rethrows -> Result {
  guard geteuid() == 0 else { return try body() }
  setfsuid(65_534)
  defer { setfsuid(0) }
  return try body()
}

/// The code of the failure a body throws; nil when it throws none.
func failureCode(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? Failure)?.code ?? "not a Failure"
  }
}
