import FolderSupport
import Diagnostics
import Glibc
import SQLiteStore
import Synchronization
import Testing
import VectorIndex

@testable import Commands

/// A folder of its own with a small corpus and a small shop, gone with the test.
final class TemporaryHome: Sendable {
  private let folder = TemporaryFolder()

  var path: String { folder.path }
  var database: String { path + "/shop.db" }

  init(withDatabase: Bool = true) throws {
    for (file, text) in SmallCorpus.files { try write(text, to: "corpus/" + file) }
    if withDatabase { try makeDatabase() }
  }

  /// Writes a file below the folder, making the folders above it.
  func write(_ text: String, to name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    try VectorFile.write(Array(text.utf8), to: path + "/" + name)
  }

  /// Writes the small shop, changed by some statements, and gives its path.
  @discardableResult
  func makeDatabase(_ name: String = "shop.db", changedBy statements: String = "") throws
    -> String
  {
    let connection = try Connection.create(path: path + "/" + name)
    try connection.execute(Self.shop)
    try connection.execute(statements)
    try connection.finish()
    return path + "/" + name
  }

  /// Runs statements on a database that is there, in place of another program.
  func change(_ path: String, _ statements: String) throws {
    try Connection.open(sideFile: path).execute(statements)
  }

  private static let shop = """
    CREATE TABLE products (id INTEGER, name TEXT, category TEXT, unit_price REAL);
    INSERT INTO products VALUES (1, 'Blue lamp', 'Lamps', 10), (2, 'Red lamp', 'Lamps', 20),
      (3, 'Oak chair', 'Chairs', 50);
    CREATE TABLE sales_history (id INTEGER, product_id INTEGER, order_date TEXT, quantity REAL);
    INSERT INTO sales_history VALUES (1, 1, '2024-01-05', 2), (2, 2, '2024-02-10', 1),
      (3, 3, '2024-02-20', 3), (4, 3, 'soon', 1);
    """
}

/// One run of the tool in this process.
struct Run {
  let code: Int32
  let output: String
  let messages: String

  /// Runs a command line with nothing from the real environment.
  init(
    _ arguments: [String],
    input: String = "",
    variables: [String: String] = [:],
    folder: String = "/nonexistent",
    readsOutput: Bool = true,
    isTerminal: Bool = false
  ) {
    let written = Mutex("")
    let said = Mutex("")
    let pending = Mutex(Array(input.utf8))
    let console = Console(
      output: { text in
        written.withLock { $0 += text }
        return readsOutput
      },
      messages: { text in said.withLock { $0 += text } },
      input: {
        pending.withLock { bytes in
          defer { bytes = [] }
          return bytes
        }
      },
      isTerminal: isTerminal,
      hasLiveMessages: isTerminal
    )
    code = CommandLineTool.run(
      arguments,
      console: console,
      environment: Environment(variables: variables, folder: folder)
    )
    output = written.withLock { $0 }
    messages = said.withLock { $0 }
  }

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

extension TemporaryHome {
  /// Runs a command on this home and its database.
  func run(
    _ arguments: String...,
    input: String = "",
    variables: [String: String] = [:],
    readsOutput: Bool = true,
    isTerminal: Bool = false
  ) -> Run {
    let own = ["--home", path, "--cache", path + "/cache"]
    return Run(
      arguments + own,
      input: input,
      variables: variables,
      folder: path,
      readsOutput: readsOutput,
      isTerminal: isTerminal
    )
  }
}
