import Testing
import Values

@testable import Commands

@Suite("Forecasts and the nightly run")
struct ForecastTests {
  /// A shop with four weeks of sales, so that there is something to forecast.
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome(withDatabase: false)
    let days = (1...28).map { "(\($0 % 3 + 1), '2024-02-\($0 < 10 ? "0" : "")\($0)', \($0 % 4))" }
    try home.makeDatabase(
      changedBy: """
        DELETE FROM sales_history;
        INSERT INTO sales_history (product_id, order_date, quantity) VALUES \(days.joined(separator: ", "));
        INSERT INTO products VALUES (4, 'Green lamp, "large"', 'Lamps', 20);
        """
    )
    return home
  }

  private func forecast(_ home: TemporaryHome, _ arguments: String...) -> Run {
    Run(
      ["forecast", "--db", home.database, "--home", home.path, "--cache", home.path + "/cache"]
        + arguments,
      folder: home.path
    )
  }

  @Test("CSV has a line a product and day, the same from the side file and computed now")
  func csv() throws {
    let home = try home()
    let now = forecast(home, "--format", "csv", "--horizon", "3")
    #expect(now.code == 0)
    let lines = now.output.split(separator: "\r\n")
    #expect(lines.first == "product_id,date,forecast,lower,upper")
    #expect(lines.count == 1 + 3 * 3)
    #expect(lines.dropFirst().first?.hasPrefix("1,2024-02-29,") == true)
    #expect(home.run("batch", "--db", home.database).code == 0)
    let stored = forecast(home, "--format", "csv", "--horizon", "3")
    #expect(stored.output == now.output)
    let json = try JSONReader.read(forecast(home, "--format", "json").output)
    #expect(json["computed_at"]?.text?.count == 19)
    #expect(json["products"]?.items?.first?["days"]?.items?.count == 30)
  }

  @Test("what was computed from other data is not taken for these")
  func changed() throws {
    let home = try home()
    #expect(home.run("batch", "--db", home.database).code == 0)
    let stored = try JSONReader.read(forecast(home, "--format", "json").output)
    #expect(stored["fresh_until"]?.text?.count == 19)
    try home.change(home.database, "INSERT INTO sales_history VALUES (9, 1, '2024-02-28', 50)")
    let anew = try JSONReader.read(forecast(home, "--format", "json").output)
    #expect(anew["computed_at"] == .null)
  }

  @Test("what was computed for another day is not taken for this one")
  func stale() throws {
    let home = try home()
    #expect(home.run("batch", "--db", home.database, "--as-of", "2024-02-27").code == 0)
    let json = try JSONReader.read(forecast(home, "--format", "json").output)
    #expect(json["computed_at"] == .null)
    #expect(json["as_of"]?.text == "2024-02-28")
  }

  @Test(
    "a product is found by id or name; near names are offered, several asked about",
    arguments: [
      (["--product", "3"], Int32(0), "Oak chair"), (["--product", "oak chair"], 0, "Oak chair"),
      (["--product", "oak"], 0, "Oak chair"), (["--product", "lamp"], 4, "Red lamp"),
      (["--product", "zorglub"], 3, "zorglub"), (["--product", "4"], 5, "Green lamp"),
      (["--product", "1", "--product", "3"], 0, "Blue lamp"),
    ]
  )
  func names(arguments: [String], code: Int32, word: String) throws {
    let home = try home()
    let run = Run(
      ["forecast", "--db", home.database, "--home", home.path, "--cache", home.path + "/cache"]
        + arguments,
      folder: home.path
    )
    #expect(run.code == code)
    #expect((run.output + run.messages).contains(word))
  }

  @Test("a horizon out of range is a usage error that names the range")
  func horizon() throws {
    let home = try home()
    for horizon in ["0", "367", "x"] {
      let run = forecast(home, "--horizon", horizon)
      #expect(run.code == 2)
      #expect(run.messages.contains("1…366"))
    }
    #expect(forecast(home, "--horizon", "366", "--format", "csv").code == 0)
  }

  @Test("the run reports its steps, in the language asked for, and nothing on standard error")
  func batch() throws {
    let home = try home()
    let run = home.run("batch", "--db", home.database, "--format", "json")
    let json = try JSONReader.read(run.output)
    #expect(run.code == 0)
    #expect(run.messages == "")
    #expect(json["status"]?.text == "succeeded")
    #expect(json["forecasts"] == .integer(3))
    #expect(json["steps"]?.items?.count == 6)
    let french = home.run("batch", "--db", home.database, "--lang", "fr")
    #expect(french.output.contains("Calcul du 28/02/2024 terminé"))
    #expect(!french.output.contains(" rows"))
  }

  @Test("without a sale the run is done, and says that there are no data")
  func nothing() throws {
    let home = try TemporaryHome()
    try home.makeDatabase("empty.db", changedBy: "DELETE FROM sales_history")
    #expect(home.run("batch", "--db", home.path + "/empty.db").code == 5)
  }

  @Test("a time of day that is none is refused", arguments: ["24:00", "7", "1:60", ":", "-1:00"])
  func time(text: String) throws {
    let home = try home()
    #expect(home.run("batch", "--db", home.database, "--at", text).code == 2)
  }
}
