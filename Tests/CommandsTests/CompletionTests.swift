import Testing

@testable import Commands

struct CompletionTests {
  @Test("a script holds every command and every form of every option", arguments: Shell.allCases)
  func complete(shell: Shell) throws {
    let run = Run(["completion", shell.rawValue])
    #expect(run.code == 0)
    #expect(run.messages.isEmpty)
    let words = Set(run.output.split { " \n'|[]:=+);".contains($0) })
    for command in Command.all {
      #expect(words.contains(command.name[...]), "\(command.name)")
      for option in Option.common + command.options {
        #expect(
          words.contains("--\(option.name)") || words.isSuperset(of: ["-l", option.name[...]])
        )
        if shell != .bash { #expect(run.output.contains(Self.start(of: option))) }
        if let letter = option.letter {
          #expect(words.contains("-\(letter)") || run.output.contains("-s \(letter) "))
        }
        for value in option.values { #expect(words.contains(value[...]), "\(value)") }
      }
    }
  }

  /// The description up to what a shell would want escaped.
  private static func start(of option: Option) -> Substring {
    option.description.prefix { !"':[]".contains($0) }
  }

  @Test(
    "every shell's own check finds no fault, where the shell is installed",
    arguments: Shell.allCases
  )
  func syntax(shell: Shell) throws {
    guard let program = Program(shell.rawValue) else {
      #expect(shell != .bash, "bash is on every machine")
      return
    }
    let result = try program.run(["-n"], input: shell.script)
    #expect(result.code == 0)
    #expect(result.output.isEmpty, "\(result.output)")
  }

  @Test(
    "bash completes commands, options, values and operands",
    arguments: [
      (["as"], "ask"), (["ask", "--form"], "--format"), (["ask", "--format", "jsonl"], "jsonl"),
      (["ask", "--format", "="], "text table json jsonl csv markdown"),
      (["ask", "--format", "=", "m"], "markdown"), (["ask", "-l", ""], "fr en auto"),
      (["index", "s"], "search"), (["index", "-n", ""], ""), (["index", "search", ""], ""),
      (["index", "--co"], "--color --count"), (["demo", "--fo"], "--format --force"),
      (["ask", "--force"], "--force"), (["ask", "--db", "/us"], "/usr"),
      (["ask", "--db", "=", "/us"], "/usr"),
      (["demo", "/us"], "/usr"), (["eval", "--db-dir", "/us"], "/usr"), (["ask", "/us"], ""),
      (["help", "ex"], "explain"), (["completion", "b"], "bash"), (["--v"], "--version"),
      (["zzz", "x"], ""),
    ]
  )
  func bash(words: [String], expected: String) throws {
    #expect(try Self.completions(of: words) == expected)
  }

  @Test(
    "bash completes the common options behind every command",
    arguments: Command.all.map(\.name)
  )
  func commonOptions(name: String) throws {
    let found = try Self.completions(of: [name, "--"]).split(separator: " ")
    let options = try Option.common + Command.named(name).options
    #expect(Set(found) == Set(options.map { "--\($0.name)" }))
  }

  /// What bash proposes for the last word behind "optiflow", in one line.
  private static func completions(of words: [String]) throws -> String {
    let bash = try #require(Program("bash"))
    let list = (["optiflow"] + words).map { "'\($0)'" }.joined(separator: " ")
    let script =
      Shell.bash.script + """

        COMP_WORDS=(\(list))
        COMP_CWORD=\(words.count)
        _optiflow
        echo "${COMPREPLY[*]}"

        """
    let result = try bash.run(["--norc", "--noprofile"], input: script)
    #expect(result.code == 0)
    return result.output.split(separator: "\n").joined(separator: "\n")
  }

  @Test("an unknown shell is named with the nearest, a missing one with all")
  func unknown() {
    let unknown = Run(["completion", "fsh"])
    #expect(unknown.code == 2)
    #expect(unknown.output.isEmpty)
    #expect(unknown.messages.contains("Did you mean \"fish\"?"))
    #expect(Run(["completion"]).messages.contains("One of: bash, zsh, fish."))
  }
}
