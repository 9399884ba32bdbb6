import Testing
import Values

@testable import Commands

struct ExplainTests {
  @Test("without a database: times, numbers and readings, exactly these members")
  func withoutDatabase() throws {
    let home = try TemporaryHome(withDatabase: false)
    let run = home.run(
      "explain",
      "--as-of",
      "2024-03-14",
      "--format",
      "json",
      "CA des 5 premiers produits le mois dernier"
    )
    #expect(run.code == 0)
    let json = try JSONReader.read(run.output)
    guard case .object(let members) = json else {
      Issue.record("no object: \(run.output)")
      return
    }
    #expect(members.map(\.0) == ["text", "times", "numbers", "values", "readings"])
    #expect(
      json["times"]?.rendered
        == #"[{"text":"le mois dernier","start":"2024-02-01","end":"2024-03-01"}]"#
    )
    #expect(json["numbers"]?.items?.first?.rendered == #"{"text":"5","value":5,"unit":null}"#)
    #expect(json["values"] == .array([]))
    let reading = try #require(json["readings"]?.items?.first)
    #expect(
      reading["query"]?.text
        == "{revenue by product | [2024-02-01, 2024-03-01) order measure 0 desc limit 5}"
    )
    #expect(reading["sql"] == .null)
    #expect(
      reading["spans"]?.items?.first?.rendered == #"{"text":"CA","meaning":"metric revenue"}"#
    )
    #expect(reading["unexplained"] == .array([]))
  }

  @Test("with a database: names of the data and the SQL with its parameters")
  func withDatabase() throws {
    let home = try TemporaryHome()
    let run = home.run(
      "explain",
      "--db",
      home.database,
      "--format",
      "json",
      "revenue of chairs in 2024"
    )
    let json = try JSONReader.read(run.output)
    let values = json["values"]?.items ?? []
    #expect(
      values.contains(
        try JSONReader.read(
          #"{"text":"chairs","dimension":"category","names":["Chairs"],"quality":"exact"}"#
        )
      )
    )
    let reading = try #require(json["readings"]?.items?.first)
    #expect(reading["sql"]?.text?.contains("sales_history") == true)
    #expect(reading["parameters"]?.items?.contains(.string("2024-01-01")) == true)
  }

  @Test("a figure the database lacks says what is missing")
  func missingTable() throws {
    let home = try TemporaryHome()
    let run = home.run("explain", "--db", home.database, "--format", "json", "returned quantity")
    let reading = try #require(try JSONReader.read(run.output)["readings"]?.items?.first)
    #expect(reading["problem"]?.text == "missing table returns")
  }

  @Test("one object a line, for blank lines too")
  func lines() throws {
    let home = try TemporaryHome(withDatabase: false)
    let run = home.run("explain", "--format", "jsonl", "-", input: "CA\n\n2 mars 2024\n")
    #expect(run.lines.count == 3)
    #expect(try JSONReader.read(run.lines[1])["readings"] == .array([]))
    #expect(try JSONReader.read(run.lines[2])["times"]?.items?.count == 1)
  }

  @Test(
    "only periods are times, and their end is exclusive",
    arguments: [
      ("since 5 March 2024", #"{"text":"since 5 March 2024","start":"2024-03-05","end":null}"#),
      ("in 2023", #"{"text":"in 2023","start":"2023-01-01","end":"2024-01-01"}"#),
    ]
  )
  func periods(text: String, time: String) throws {
    let home = try TemporaryHome(withDatabase: false)
    let run = home.run("explain", "--as-of", "2024-03-14", "--format", "json", text)
    #expect(try JSONReader.read(run.output)["times"]?.items?.map(\.rendered) == [time])
    let grain = home.run("explain", "--format", "json", "revenue by month vs last year")
    let texts =
      try JSONReader.read(grain.output)["times"]?.items?.compactMap { $0["text"]?.text } ?? []
    #expect(!texts.contains { $0.contains("month") })
  }

  @Test("the text form shows each stage in the language asked for")
  func text() throws {
    let home = try TemporaryHome()
    let run = home.run(
      "explain",
      "--db",
      home.database,
      "--lang",
      "fr",
      "--as-of",
      "2024-03-14",
      "CA en 2024"
    )
    for part in [
      "Mots", "CA · en · 2024", "Dates", "metric revenue", "{revenue | [2024-01-01, 2025-01-01)}",
      "SELECT",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    let talk = home.run("explain", "--lang", "fr", "bonjour")
    #expect(talk.output.contains("conversation : greeting"))
  }

  @Test("a database that was named must be there")
  func namedDatabase() throws {
    let home = try TemporaryHome(withDatabase: false)
    #expect(home.run("explain", "--db", home.path + "/no.db", "CA").code == 6)
  }
}
