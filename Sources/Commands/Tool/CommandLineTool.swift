import Diagnostics
import Glibc
import Values

/// The command line: finds the command, runs it, turns what went wrong into one sentence and an exit code.
package enum CommandLineTool {
  /// Runs one command line, without the program's name.
  ///
  /// - Returns: the exit code (0 answered, 1 internal, 2 usage, 3 refused, 4 clarification, 5 no data,
  ///   6 database, 130 interrupted).
  package static func run(_ arguments: [String]) -> Int32 {
    do throws(Failure) {
      return try execute(arguments)
    } catch {
      Console.report(error, in: Settings.interfaceTongue(arguments))
      return error.kind.rawValue
    }
  }

  private static func execute(_ arguments: [String]) throws(Failure) -> Int32 {
    guard let name = arguments.first, !name.hasPrefix("-") else {
      return try Help.answer(arguments)
    }
    guard let command = Command.all.first(where: { $0.name == name }) else {
      throw unknownCommand(name)
    }
    if arguments.contains("-h") || arguments.contains("--help") {
      Console.print(command.help)
      return 0
    }
    let settings = try Settings.read(Array(arguments.dropFirst()), for: command)
    return try command.run(settings)
  }

  private static func unknownCommand(_ name: String) -> Failure {
    let near = nearest(to: name, among: Command.all.map(\.name))
    return Failure(
      .usage, code: "usage.unknown-command",
      french: "Il n'y a pas de commande « \(name) ».",
      english: "There is no command \"\(name)\".",
      frenchHint: near.map { "Vouliez-vous dire « optiflow \($0) » ? " } ?? "optiflow --help liste les commandes.",
      englishHint: near.map { "Did you mean \"optiflow \($0)\"?" } ?? "optiflow --help lists the commands.")
  }
}
