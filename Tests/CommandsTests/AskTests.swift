import Testing
import Values

@testable import Commands

struct AskTests {
  @Test(
    "the exit code says what kind of answer it is",
    arguments: [
      ("CA en 2024", Int32(0)), ("", 3), ("zorglub de krypton", 3), ("quantité retournée", 3),
      ("bonjour", 0),
    ]
  )
  func exitCodes(question: String, code: Int32) throws {
    let home = try TemporaryHome()
    #expect(home.run("ask", "--db", home.database, question).code == code)
  }

  @Test("the words of a question need no quotes")
  func severalWords() throws {
    let home = try TemporaryHome()
    let run = home.run("ask", "--db", home.database, "--format", "json", "CA", "en", "2024")
    let json = try JSONReader.read(run.output)
    #expect(json["status"]?.text == "answered")
    #expect(json["rows"]?.items?.first?.items?.first == .integer(190))
  }

  @Test("what is dated after today is not counted, and the receipt does not speak of it")
  func laterRows() throws {
    let home = try TemporaryHome()
    let run = home.run(
      "ask",
      "--db",
      home.database,
      "--format",
      "json",
      "--as-of",
      "2024-02-15",
      "CA"
    )
    let json = try JSONReader.read(run.output)
    #expect(json["receipt"]?["data_until"]?.text == "2024-02-15")
    #expect(json["interpretation"]?["period"]?["end"]?.text == "2024-02-16")
  }

  @Test("every line gets one object in order, empty ones too, and the first failure's exit code")
  func lines() throws {
    let home = try TemporaryHome()
    let run = home.run(
      "ask",
      "--db",
      home.database,
      "--format",
      "jsonl",
      "-",
      input: "CA en 2024\n\n   \r\nzorglub\nrevenue by category"
    )
    let statuses = try run.lines.map { try JSONReader.read($0)["status"]?.text }
    #expect(statuses == ["answered", "refused", "refused", "refused", "answered"])
    #expect(run.code == 3)
  }

  @Test("a reader that went away ends the run quietly")
  func brokenPipe() throws {
    let home = try TemporaryHome()
    let run = home.run(
      "ask",
      "--db",
      home.database,
      "--format",
      "jsonl",
      "-",
      input: "CA en 2024\nCA en 2024\nCA en 2024\n",
      readsOutput: false
    )
    #expect(run.lines.count == 1)
    #expect(run.messages.isEmpty)
  }

  @Test("a megabyte without a line end is refused, not read")
  func longQuestion() throws {
    let home = try TemporaryHome()
    let run = home.run(
      "ask",
      "--db",
      home.database,
      "--format",
      "jsonl",
      "-",
      input: String(repeating: "CA ", count: 350_000) + "\nCA en 2024\n"
    )
    let statuses = try run.lines.map { try JSONReader.read($0)["status"]?.text }
    #expect(statuses == ["refused", "answered"])
  }

  @Test("control characters of a question do not reach the terminal")
  func controls() throws {
    let home = try TemporaryHome()
    let run = home.run("ask", "--db", home.database, "zorg\u{1B}[31mlub \u{9B}2J \u{7}")
    #expect(run.code == 3)
    #expect(
      !run.output.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 || $0.value == 0x9B }
    )
  }

  /// What is wrong with the file, its content, and the code for it.
  @Test(
    "a file that is no database is named, in text and in JSON",
    arguments: [("text.db", "hello, world", "db.not-a-database"), ("empty.db", "", "db.empty")]
  )
  func badFiles(name: String, content: String, code: String) throws {
    let home = try TemporaryHome(withDatabase: false)
    try home.write(content, to: name)
    let text = home.run("ask", "--db", home.path + "/" + name, "CA en 2024")
    #expect(text.code == 6)
    #expect(text.output.isEmpty)
    #expect(text.messages.contains("[\(code)]"))
    let json = home.run(
      "ask",
      "--db",
      home.path + "/" + name,
      "--format",
      "json",
      "revenue in 2024"
    )
    #expect(json.code == 6)
    let object = try JSONReader.read(json.output)
    #expect(object["status"]?.text == "error")
    #expect(object["question"]?.text == "revenue in 2024")
    #expect(object["language"]?.text == "en")
    #expect(object["answer"]?.text?.contains(name) == true)
    #expect(object["rows"]?.items?.isEmpty == true)
  }

  @Test("a missing database proposes the one that is there; a folder is called one")
  func missingFile() throws {
    let home = try TemporaryHome()
    let run = home.run("ask", "--db", home.path + "/shpo.db", "CA")
    #expect(run.code == 6)
    #expect(run.messages.contains("Did you mean \(home.database)?"))
    let folder = home.run("ask", "--db", home.path, "--lang", "fr", "CA")
    #expect(folder.code == 6)
    #expect(folder.messages.contains("est un dossier"))
  }

  @Test("without a database every line still gets its object")
  func linesWithoutDatabase() throws {
    let home = try TemporaryHome(withDatabase: false)
    let run = home.run(
      "ask",
      "--db",
      home.path + "/no.db",
      "--format",
      "jsonl",
      "-",
      input: "CA\nrevenue\n"
    )
    #expect(run.code == 6)
    let objects = try run.lines.map { try JSONReader.read($0) }
    #expect(objects.map { $0["question"]?.text } == ["CA", "revenue"])
    #expect(objects.allSatisfy { $0["status"]?.text == "error" })
    #expect(Set(objects.map { $0["id"]?.text }).count == 2)
  }
}
