import Diagnostics
import Glibc
import Values

/// The command line: finds the command, runs it, turns what went wrong into one sentence and an exit code.
package enum CommandLineTool {
  /// Runs one command line, without the program's name.
  ///
  /// - Returns: the exit code (0 answered, 1 internal, 2 usage, 3 refused, 4 clarification, 5 no data,
  ///   6 database, 130 interrupted).
  package static func run(
    _ arguments: [String],
    console: Console = .system,
    environment: Environment = .process
  ) -> Int32 {
    // A reader that goes away (`| head`) shows as a failed write, not as a signal.
    signal(SIGPIPE, SIG_IGN)
    do throws(Failure) {
      return try execute(arguments, console, environment)
    } catch {
      console.report(error, in: Settings.interfaceTongue(arguments, environment))
      return error.kind.rawValue
    }
  }

  private static func execute(
    _ arguments: [String],
    _ console: Console,
    _ environment: Environment
  ) throws(Failure) -> Int32 {
    guard let name = arguments.first, !name.hasPrefix("-") else {
      return try withoutCommand(arguments, console, environment)
    }
    var rest = Array(arguments.dropFirst())
    if name == "help" {
      guard let topic = rest.first else {
        return try withoutCommand(["--help"], console, environment)
      }
      rest = ["--help"]
      return try execute([topic] + rest, console, environment)
    }
    let command = try Command.named(name)
    let parsed = try ArgumentParser(options: Option.common + command.options).parse(rest)
    if parsed.values["help"] != nil {
      console.print(Help.page(command))
      return 0
    }
    let settings = try Settings.read(
      parsed,
      for: command,
      console: console,
      environment: environment
    )
    return try command.run(settings)
  }

  /// The tool's help or version; else a conversation, with these options.
  private static func withoutCommand(
    _ arguments: [String],
    _ console: Console,
    _ environment: Environment
  ) throws(Failure) -> Int32 {
    if arguments == ["-h"] || arguments == ["--help"] {
      console.print(Help.tool)
      return 0
    }
    if arguments == ["--version"] {
      console.print("optiflow \(Help.version)")
      return 0
    }
    return try execute([Command.chat.name] + arguments, console, environment)
  }
}
