import Testing

@testable import Commands

struct FailureTests {
  /// A command line, its exit code, and what the message must hold.
  struct Case: CustomTestStringConvertible {
    let arguments: [String]
    let code: Int32
    let parts: [String]
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let cases: [Case] = [
    Case(
      arguments: ["aks", "x"],
      code: 2,
      parts: ["no command \"aks\"", "optiflow ask", "[usage.unknown-command]"]
    ),
    Case(arguments: ["zzzzzz"], code: 2, parts: ["optiflow --help lists the commands."]),
    Case(arguments: ["--dbb", "x"], code: 2, parts: ["Did you mean --db?"]),
    Case(arguments: ["ask"], code: 2, parts: ["No question was asked.", "[usage.no-question]"]),
    Case(arguments: ["ask", "--dbb", "x"], code: 2, parts: ["Did you mean --db?"]),
    Case(arguments: ["explain"], code: 2, parts: ["[usage.nothing-to-explain]"]),
    Case(arguments: ["demo"], code: 2, parts: ["[usage.no-path]"]),
    Case(arguments: ["demo", "a", "b"], code: 2, parts: ["[usage.no-path]"]),
    Case(arguments: ["corpus"], code: 2, parts: ["One of: check, list."]),
    Case(arguments: ["corpus", "chek"], code: 2, parts: ["Did you mean \"check\"?"]),
    Case(arguments: ["index"], code: 2, parts: ["One of: build, check, search."]),
    Case(arguments: ["eval"], code: 2, parts: ["[usage.no-file]"]),
    Case(
      arguments: ["eval", "/nonexistent.jsonl"],
      code: 2,
      parts: ["/nonexistent.jsonl", "[eval.missing]"]
    ),
    Case(
      arguments: ["ask", "--home", "/nonexistent", "x"],
      code: 2,
      parts: ["/nonexistent", "[home.missing]"]
    ),
    Case(arguments: ["ask", "x", "--lang", "fr", "--lang", "de"], code: 2, parts: ["« de »"]),
  ]

  @Test("a mistake gives one sentence, a way on, a code, and exit code 2", arguments: cases)
  func mistakes(_ test: Case) {
    let run = Run(test.arguments)
    #expect(run.code == test.code)
    #expect(run.output.isEmpty)
    for part in test.parts { #expect(run.messages.contains(part), "\(part) in \(run.messages)") }
  }

  @Test("the same mistake in French")
  func french() {
    let run = Run(["aks"], variables: ["LANG": "fr_FR.UTF-8"])
    #expect(run.messages.contains("Il n'y a pas de commande « aks »."))
    #expect(run.messages.contains("Vouliez-vous dire « optiflow ask » ?"))
  }
}
