import Files
import Glibc
import Testing
import Values

@testable import Commands

@Suite("commands of the chat")
struct ChatCommandsTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private var state: [String: String] { ["XDG_STATE_HOME": home.path + "/state"] }

  private func chat(_ input: String, _ options: String...) -> Run {
    let own = ["--home", home.path, "--cache", home.path + "/cache"]
    return Run(
      ["chat", "--db", home.database] + options + own,
      input: input,
      variables: state,
      folder: home.path
    )
  }

  private func ask(_ arguments: String...) -> Run {
    let own = ["--home", home.path, "--cache", home.path + "/cache", "--db", home.database]
    return Run(["ask"] + arguments + own, variables: state, folder: home.path)
  }

  @Test("/explain gives the whole receipt, /mode how much of it stands below each answer")
  func receipts() {
    let run = chat(
      "/mode brief\nrevenue by category\n/explain\n/mode zorglub\n/mode\n",
      "--lang",
      "en"
    )
    #expect(run.output.contains("Mode: brief."))
    #expect(run.output.contains("SQL: WITH"))
    #expect(run.output.contains("Possible modes: brief, normal, detailed"))
    let normal = chat("revenue by category\n", "--lang", "en").output
    let detailed = chat("/mode détaillé\nrevenue by category\n", "--lang", "en").output
    #expect(!normal.contains("SELECT") && detailed.contains("SELECT"))
  }

  @Test("/chart draws what can be drawn and says what cannot")
  func charts() {
    let drawn = chat("revenue by category\n/chart bars\n/chart\n", "--lang", "en", "-q").output
    #expect(drawn.contains("█"))
    let refused = chat("/chart\nrevenue\n/chart\n/chart pie\n", "--lang", "en", "-q").output
    #expect(refused.contains("There is no answer yet."))
    #expect(refused.contains("cannot be drawn that way"))
    #expect(refused.contains("Possible forms: bars, line, sparkline."))
  }

  @Test("/as-of takes another day for today, keeps the question, and refuses what is no day")
  func days() {
    let run = chat(
      "/as-of 2024-02-15\n/as-of soon\n/as-of 2024-13-01\nCA\n/as-of 2024-01-31\n/sql\n",
      "--lang",
      "en",
      "--format",
      "jsonl"
    )
    #expect(run.output.contains("Today is 15 February 2024."))
    #expect(run.output.contains("Give a day, for example /as-of 2024-06-30"))
    #expect(run.output.contains(#""as_of":"2024-02-15""#))
    #expect(run.output.contains("Today is 31 January 2024."))
    #expect(run.output.contains("FROM sales_history"))
  }

  @Test("/saved keeps a question with its changes, runs it in another run, and forgets it")
  func saved() {
    let first = chat("revenue by category in 2024\nonly 2023\n/saved save sales\n/saved\n", "-q")
    #expect(first.output.contains("sales: revenue by category in 2024 → only 2023"))
    let second = chat("/saved run Sales\n", "--format", "jsonl")
    #expect(second.output.contains(#""start":"2023-01-01""#))
    let third = chat("/saved run sale\n/saved delete sales\n/saved\n/saved save\n", "--lang", "en")
    #expect(third.output.contains("Did you mean “sales”?"))
    #expect(third.output.contains("“sales” is forgotten."))
    #expect(third.output.contains("No question is saved."))
  }

  @Test("/feedback is noted with the question, in a file of this user's")
  func feedback() throws {
    let run = chat("/feedback good\nrevenue\n/feedback\n/feedback bad wrong year\n", "--lang", "en")
    #expect(run.output.contains("There is no answer yet."))
    #expect(run.output.contains("Say /feedback good"))
    #expect(run.output.contains("Noted, thank you."))
    let file = PrivateFile(path: home.path + "/state/optiflow/feedback.jsonl")
    let line = String(decoding: try file.read(atMost: 1_000).bytes, as: UTF8.self)
    let noted = try JSONReader.read(line)
    #expect(noted["verdict"]?.text == "bad" && noted["remark"]?.text == "wrong year")
    #expect(noted["query"]?.text == "{revenue}")
  }

  @Test("/schema and /metrics tell all, or what was asked about")
  func catalogue() {
    let run = chat(
      "/schema products\n/schema product\n/metrics reven\n/metrics zzz\n",
      "--lang",
      "en"
    )
    #expect(run.output.contains("products: category, id, name, unit_price"))
    #expect(run.output.contains("Did you mean “products”?"))
    #expect(run.output.contains("revenue — "))
    #expect(run.output.contains("No figure is called that."))
  }

  @Test("/db looks, checks and copies, and never writes to the database itself")
  func database() throws {
    let copy = home.path + "/copy.db"
    let run = chat(
      "/db stats\n/db check\n/db query products\n/db query product\n/db backup \(copy)\n"
        + "/db backup \(copy)\n/db backup \(home.database) --force\n/db backup\n",
      "--lang",
      "en"
    )
    #expect(run.output.contains("Size: ") && run.output.contains("sales_history"))
    #expect(run.output.contains("The database is sound."))
    #expect(run.output.contains("sales_history.order_date: 1 values that cannot be read"))
    #expect(run.output.contains("Blue lamp"))
    #expect(run.output.contains("Did you mean “products”?"))
    #expect(run.output.contains("Copy checked: \(copy)"))
    #expect(run.output.contains("Name a file, for example /db backup copy.db"))
    let asked = Run(
      [
        "ask", "--db", copy, "--home", home.path, "--cache", home.path + "/c2", "-f", "csv",
        "CA en 2024",
      ]
    )
    #expect(asked.output == "revenue\r\n190\r\n")
  }

  @Test("a table is named or not looked at: nothing typed reaches SQL")
  func injection() {
    let run = chat("/db query products; DROP TABLE products\n/db query products\n", "--lang", "en")
    #expect(run.output.contains("has no table “products; DROP TABLE products”"))
    #expect(run.output.contains("Oak chair"))
  }

  @Test("-c goes on with the last conversation about this database, asked or chatted")
  func continued() throws {
    #expect(ask("-c", "only 2023").code == 2)
    _ = ask("revenue by category in 2024")
    let followed = ask("-c", "-f", "json", "only 2023")
    let json = try JSONReader.read(followed.output)
    #expect(json["interpretation"]?["period"]?["start"]?.text == "2023-01-01")
    #expect(json["interpretation"]?["dimensions"]?.items == [.string("category")])
    let chatted = chat("/sql\n", "-c", "-q").output
    #expect(chatted.contains("GROUP BY"))
    let further = chat("only 2024\n", "--continue", "-f", "jsonl").output
    #expect(further.contains(#""start":"2024-01-01""#))
  }

  @Test("neither another user's nor another database's conversation is gone on with")
  func apart() throws {
    _ = ask("revenue by category in 2024")
    let own = ["--home", home.path, "--cache", home.path + "/cache"]
    let other = Run(
      ["ask", "-c", "only 2023", "--db", home.database] + own,
      variables: ["XDG_STATE_HOME": home.path + "/other"]
    )
    #expect(other.code == 2 && other.messages.contains("chat.nothing-to-continue"))
    let elsewhere = home.path + "/elsewhere.db"
    _ = chat("/db backup \(elsewhere)\n")
    let another = Run(["ask", "-c", "only 2023", "--db", elsewhere] + own, variables: state)
    #expect(another.messages.contains("chat.nothing-to-continue"))
  }

  @Test("a conversation kept by someone else's hand, or half written, is no conversation")
  func damaged() throws {
    _ = ask("revenue by category in 2024")
    let folder = home.path + "/state/optiflow/conversations"
    let handle = try #require(opendir(folder))
    defer { closedir(handle) }
    var name = ""
    while let entry = readdir(handle) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if found.hasSuffix(".json") { name = folder + "/" + found }
    }
    for text in ["", "{", #"{"topic":[{"text":1}]}"#, #"{"topic":[]}"#, "\u{0}\u{1}"] {
      try PrivateFile(path: name).replace(with: text)
      #expect(ask("-c", "only 2023").messages.contains("chat.nothing-to-continue"))
    }
  }
}
