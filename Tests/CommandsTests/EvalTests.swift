import Testing
import Values

@testable import Commands

struct EvalTests {
  private static func line(_ members: String) -> String {
    #"{"db":"shop.db","as_of":"2024-03-01","# + members + "}"
  }

  static let questions = [
    line(
      #""id":"right","lang":"fr","question":"CA en 2024","kind":"answer","sql":"SELECT 190","pair":"P1""#
    ),
    line(
      #""id":"other","lang":"en","question":"revenue in 2024","kind":"answer","sql":"SELECT 7","sql_alt":["SELECT 190"],"pair":"P1""#
    ),
    line(
      #""id":"wrong","lang":"en","question":"revenue in 2024","kind":"answer","sql":"SELECT 1 AS x""#
    ),
    line(#""id":"held","lang":"en","question":"zorglub","kind":"answer","sql":"SELECT 1""#),
    line(#""id":"refused","lang":"en","question":"zorglub","kind":"refuse""#),
    line(#""id":"sure","lang":"en","question":"revenue in 2024","kind":"clarify""#),
    line(
      #""id":"allowed","lang":"en","question":"revenue in 2024","kind":"clarify","also_ok":["answer"]"#
    ),
    line(#""id":"vague","lang":"en","question":"zorglub","kind":"clarify""#),
    line(#""id":"talk","lang":"fr","question":"bonjour","kind":"smalltalk""#),
    line(#""id":"chatty","lang":"en","question":"revenue in 2024","kind":"smalltalk""#),
  ]

  @Test("each reply has its outcome, and the measures follow from them")
  func outcomes() throws {
    let home = try TemporaryHome()
    try home.write(Self.questions.joined(separator: "\n") + "\n", to: "set.jsonl")
    let run = home.run("eval", home.path + "/set.jsonl", "--db-dir", home.path, "--json")
    #expect(run.code == 0)
    let json = try JSONReader.read(run.output)
    let outcomes = (json["results"]?.items ?? []).map {
      "\($0["id"]?.text ?? "") \($0["outcome"]?.text ?? "")"
    }
    #expect(
      outcomes == [
        "right correct", "other correct", "wrong wrong", "held abstained", "refused correct",
        "sure overconfident",
        "allowed correct", "vague abstained", "talk correct", "chatty overconfident",
      ]
    )
    #expect(json["execution_accuracy"] == .number(0.5))
    #expect(json["silent_wrong_rate"] == .number(0.25))
    #expect(json["abstention_precision"] == .number(2.0 / 3))
    #expect(json["abstention_recall"] == .number(0.5))
    #expect(json["confidently_wrong_rate"] == .number(0.3))
    #expect(json["overall_accuracy"] == .number(0.5))
    #expect(json["pairs"] == .integer(1))
    #expect(json["pairs_both_correct"] == .integer(1))
  }

  @Test("what was not right is listed with its reason when asked for")
  func verbose() throws {
    let home = try TemporaryHome()
    try home.write(Self.questions.joined(separator: "\n"), to: "set.jsonl")
    let arguments = ["eval", home.path + "/set.jsonl", "--db-dir", home.path]
    let text = home.run(arguments[0], arguments[1], arguments[2], arguments[3], "--verbose").output
    #expect(text.contains("wrong  WRONG  [answer]  revenue in 2024"))
    #expect(text.contains("gold: [[1]]"))
    #expect(!text.contains("right  CORRECT"))
    let plain = home.run(arguments[0], arguments[1], arguments[2], arguments[3]).output
    #expect(!plain.contains("WRONG"))
    #expect(plain.contains("execution accuracy"))
  }

  @Test("date phrases are scored by language, those without a period apart")
  func dates() throws {
    let home = try TemporaryHome(withDatabase: false)
    let lines = [
      #"{"lang":"fr","text":"en mars 2024","as_of":"2024-05-01","start":"2024-03-01","end":"2024-04-01"}"#,
      #"{"lang":"fr","text":"en mars 2024","as_of":"2024-05-01","start":"2024-03-02","end":"2024-04-01"}"#,
      #"{"lang":"en","text":"since 5 March 2024","as_of":"2024-05-01","start":"2024-03-05","end":null}"#,
      #"{"lang":"en","text":"the march of progress","as_of":"2024-05-01","start":null,"end":null}"#,
    ]
    try home.write(lines.joined(separator: "\n"), to: "dates.jsonl")
    let run = home.run("eval", home.path + "/dates.jsonl", "--json")
    #expect(
      run.output
        == #"{"en none":{"right":1,"all":1},"en period":{"right":1,"all":1},"fr period":{"right":1,"all":2}}"#
        + "\n"
    )
    #expect(
      home.run("eval", home.path + "/dates.jsonl", "-v").output.contains(
        "want [2024-03-02, 2024-04-01)"
      )
    )
  }

  @Test(
    "a line that is no case is named by its number",
    arguments: [
      "not json", "{}", #"{"question":"x"}"#,
      #"{"id":"1","db":"a","as_of":"soon","lang":"fr","question":"x","kind":"answer"}"#,
    ]
  )
  func badLine(line: String) throws {
    let home = try TemporaryHome()
    try home.write(Self.questions[0] + "\n\n" + line + "\n", to: "set.jsonl")
    let run = home.run("eval", home.path + "/set.jsonl", "--db-dir", home.path)
    #expect(run.code == 2)
    #expect(run.messages.contains("set.jsonl:3"))
  }
}
