import DemoData
import Glibc
import SQLiteStore
import Values

/// A small demonstration database, written once for all tests.
enum DemoFixture {
  /// The smallest shop that still has every story in it.
  static let scale = 0.04
  static let path = temporaryPath("shared")

  private static let opened = Result {
    try DemoDatabase.write(to: path, scale: scale, replacing: true)
    atexit { unlink(DemoFixture.path) }
    return try Connection.readOnly(path: path)
  }

  /// A path of this process's own for a file that tests make.
  static func temporaryPath(_ name: String) -> String {
    "/tmp/optiflow-demo-test-\(getpid())-\(name).db"
  }

  static func rows(_ sql: String) throws -> [[Value]] {
    try opened.get().query(sql, limit: 100_000).rows
  }

  /// The one number a query gives; nil when it is NULL or there is no row.
  static func number(_ sql: String) throws -> Double? {
    try rows(sql).first?.first?.number
  }

  /// The first column, as texts.
  static func texts(_ sql: String) throws -> [String] {
    try rows(sql).compactMap { $0.first?.text }
  }

  /// All bytes of a file.
  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      result.append(contentsOf: chunk[..<count])
    }
    return result
  }
}
