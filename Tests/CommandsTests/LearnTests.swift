import Glibc
import Testing
import Values

@testable import Commands

@Suite("optiflow learn")
struct LearnTests {
  private let home: TemporaryHome

  /// A shop with four weeks of sales, so that there is something to forecast.
  init() throws {
    home = try TemporaryHome(withDatabase: false)
    let days = (1...28).map { "(\($0 % 3 + 1), '2024-02-\($0 < 10 ? "0" : "")\($0)', \($0 % 4))" }
    try home.makeDatabase(
      changedBy: """
        DELETE FROM sales_history;
        INSERT INTO sales_history (product_id, order_date, quantity) VALUES \(days.joined(separator: ", "));
        INSERT INTO products VALUES (4, 'Blue lamp', 'Lamps', 20);
        """
    )
  }

  private func learn(_ arguments: String...) -> Run { run("learn", arguments) }

  private func run(_ command: String, _ arguments: [String]) -> Run {
    let own = ["--db", home.database, "--home", home.path, "--cache", home.path + "/cache"]
    return Run([command] + arguments + own, folder: home.path)
  }

  /// The forecast of a day, of the first product.
  private func forecast(_ day: String) -> Double? {
    let lines = run("forecast", ["--product", "1", "--format", "csv", "--horizon", "5"]).output
      .split(separator: "\r\n")
    return lines.first { $0.contains(day) }?.split(separator: ",").dropFirst(2).first
      .flatMap { Double($0) }
  }

  @Test(
    "tells what it would note and notes it with --yes only; the next forecast follows, and undo takes it back"
  )
  func event() throws {
    let plain = try #require(forecast("2024-03-02"))
    let told = learn("event", "Street fair", "2024-03-02", "1.7")
    #expect(told.code == 4)
    #expect(told.output.contains("sales multiplied by 1.7"))
    #expect(told.output.contains("optiflow learn event 'Street fair' 2024-03-02 1.7 --yes"))
    #expect(learn("list").output.hasPrefix("You have taught me nothing yet."))
    #expect(learn("event", "Street fair", "2024-03-02", "1.7", "--yes").code == 0)
    #expect(abs(try #require(forecast("2024-03-02")) - 1.7 * plain) < 0.01 * plain)
    #expect(run("batch", []).code == 0)
    #expect(abs(try #require(forecast("2024-03-02")) - 1.7 * plain) < 0.01 * plain)
    #expect(learn("undo", "--yes").code == 0)
    #expect(try #require(forecast("2024-03-02")) == plain)
    #expect(learn("undo", "--yes").code == 3)
  }

  @Test("list and export tell who taught what, for people and for programs")
  func journal() throws {
    #expect(
      learn(
        "day",
        "2024-02-10",
        "--until",
        "2024-02-11",
        "--why",
        "a \"match\"",
        "--category",
        "lamps",
        "-y"
      ).code == 0
    )
    #expect(learn("anomaly", "2024-02-12", "ignored", "--product", "3", "--yes").code == 0)
    let list = learn("list").output
    #expect(
      list.contains(
        "1. from 10 February 2024 to 11 February 2024, exceptional days (a \"match\"), category “Lamps” – by "
      )
    )
    #expect(
      list.contains("2. the anomaly of 12 February 2024 is ignored, product “Oak chair” – by ")
    )
    let json = try JSONReader.read(learn("list", "--format", "json").output)
    #expect(json.items?.map { $0["kind"]?.text } == ["exceptional_day", "anomaly_verdict"])
    let lines = learn("export").output.split(separator: "\n")
    #expect(
      try lines.map { try JSONReader.read(String($0))["scope_name"]?.text } == [
        "Lamps", "Oak chair",
      ]
    )
    #expect(learn("undo", "1", "--yes").output.hasPrefix("Lesson 1 is undone"))
    #expect(learn("list").output.hasPrefix("1 lesson in force:"))
  }

  @Test("a handled alert needs something to handle")
  func alert() throws {
    #expect(learn("alert", "3", "--yes").code == 3)
    try home.change(
      home.database,
      """
      CREATE TABLE stock_levels(product_id INTEGER, quantity_on_hand REAL, recorded_at TEXT);
      INSERT INTO stock_levels VALUES (3, 0, '2024-02-28'), (1, 9999, '2024-02-28');
      """
    )
    let noted = learn("alert", "oak chair", "--yes")
    #expect(noted.code == 0)
    #expect(noted.output.contains("the alert on “Oak chair” (status CRITIQUE) is handled"))
    #expect(learn("alert", "1", "--yes").output.hasPrefix("There is nothing to handle"))
  }

  @Test(
    "what makes no lesson is refused with what to give instead",
    arguments: [
      ([], Int32(2)), (["teach"], 2), (["day"], 2), (["day", "yesterday"], 2),
      (["day", "2024-02-30"], 2),
      (["event", "A", "2024-03-02"], 2), (["event", "A", "2024-03-02", "much"], 2),
      (["event", "A", "2024-03-02", "0"], 3), (["event", "A", "2024-03-02", "-1"], 2),
      (["event", "A", "2024-03-02", "1000"], 3), (["event", "A", "2024-03-02", "nan"], 2),
      (["event", "", "2024-03-02", "2"], 4), (["event", "A", "2030-03-02", "2"], 3),
      (["day", "2024-03-05"], 3), (["day", "2001-01-01"], 3),
      (["day", "2024-02-10", "--until", "2024-02-09"], 2), (["anomaly", "2024-02-10", "true"], 2),
      (["day", "2024-02-10", "--product", "zorglub"], 2),
      (["day", "2024-02-10", "--product", "blue lamp"], 2),
      (["day", "2024-02-10", "--category", "zorglub"], 2), (["undo", "first"], 2),
      (["undo", "7"], 3),
    ] as [([String], Int32)]
  )
  func refused(arguments: [String], code: Int32) {
    let run = run("learn", arguments + ["--yes"])
    #expect(run.code == code, "\(run.output)\(run.messages)")
    #expect(learn("list").output.hasPrefix("You have taught me nothing yet."))
  }

  @Test("a damaged side file loses nothing of it")
  func damaged() throws {
    #expect(learn("event", "Robert'); DROP TABLE x;--", "2024-03-02", "2", "--yes").code == 0)
    let list = learn("list").output
    let folder = home.path + "/cache"
    let file = try #require(
      names(folder).first { $0.hasPrefix("optiflow.cache-") && $0.hasSuffix(".db") }
    )
    for ending in ["-wal", "-shm"] { unlink(folder + "/" + file + ending) }
    try home.write("no database", to: "cache/" + file)
    #expect(learn("list").output == list)
    #expect(names(folder).contains { $0.contains(".damaged-") })
  }

  private func names(_ folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafePointer(to: entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
      )
    }
    return names
  }
}
