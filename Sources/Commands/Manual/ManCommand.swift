import Diagnostics

extension Command {
  /// `optiflow man`: the manual page.
  static let man = Command(
    name: "man",
    summary: "prints the manual page",
    examples: [
      "optiflow man | man -l -                                       reads it now",
      "optiflow man > ~/.local/share/man/man1/optiflow.1             for \"man optiflow\"",
    ],
    usage: "man",
    run: { settings throws(Failure) in
      settings.console.print(ManPage.text)
      return ExitCode.answered.rawValue
    }
  )
}
