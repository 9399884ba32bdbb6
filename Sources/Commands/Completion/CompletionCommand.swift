import Diagnostics

extension Command {
  /// `optiflow completion bash|zsh|fish`: a script that completes command lines.
  static let completion = Command(
    name: "completion",
    summary: "prints a script that completes command lines in bash, zsh or fish",
    examples: [
      "source <(optiflow completion bash)                  in ~/.bashrc",
      "optiflow completion zsh > ~/.zfunc/_optiflow        with fpath+=~/.zfunc before compinit",
      "optiflow completion fish > ~/.config/fish/completions/optiflow.fish",
    ],
    usage: "completion \(Shell.names.joined(separator: " | "))",
    notes: ["The script belongs to this version; print it again after an update."],
    operand: .words(Shell.names),
    run: { settings throws(Failure) in try CompletionCommand(settings: settings).run() }
  )
}

/// Prints the script for a shell.
struct CompletionCommand {
  let settings: Settings

  /// 0, or which shells there are.
  func run() throws(Failure) -> Int32 {
    let name = try settings.subcommand(of: .completion)
    guard let shell = Shell(rawValue: name) else { preconditionFailure("\(name) is no shell") }
    settings.console.print(shell.script)
    return ExitCode.answered.rawValue
  }
}
