import Files
import Glibc

/// Shows long texts page by page, where somebody sits at a terminal.
package struct Pager {
  /// The command as the shell reads it; nil shows all texts as they are.
  private let command: String?
  private let screen: Screen
  private let output: Descriptor

  /// Quits at once when all fits, keeps colours, and leaves the text on the screen.
  private static let standard = "LESSCHARSET=${LESSCHARSET:-utf-8} less -FRX"

  /// Takes $PAGER, else less; none where PAGER is set to nothing or to cat.
  ///
  /// SIGPIPE is ignored from here on.
  ///
  /// - Parameters:
  ///   - screen: how much is shown at once, and whether to somebody.
  ///   - environment: the variable PAGER.
  ///   - output: where texts go that need no pager.
  package init(
    screen: Screen,
    environment: [String: String],
    output: Int32 = STDOUT_FILENO
  ) {
    let command = environment["PAGER"] ?? Self.standard
    self.command = ["", "cat"].contains(command) || screen.isDumb ? nil : command
    self.screen = screen
    self.output = Descriptor(output)
    SignalShield.ignoreClosedPipes()
  }

  /// Shows a text, through the pager when it is taller than the screen.
  ///
  /// - Returns: false once nobody reads the output any more.
  @discardableResult
  package func show(_ text: String) -> Bool {
    if let command, screen.isOutputTerminal, screen.rows(of: text) >= screen.height {
      // 126 and 127 are the shell's: it found no such pager, or nothing to execute.
      let status = ShellCommand(text: command).run(feeding: text)
      if let status, ![126, 127].contains(status) { return true }
    }
    return output.write(text) == 0
  }
}
