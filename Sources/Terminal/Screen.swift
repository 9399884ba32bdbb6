import Glibc

/// What the program's streams lead to, and how much it shows at once.
package struct Screen: Hashable, Sendable {
  /// Columns of the terminal.
  package var width: Int
  /// Rows of the terminal.
  package var height: Int
  /// Whether standard input is a terminal.
  package var isInputTerminal: Bool
  /// Whether standard output is a terminal.
  package var isOutputTerminal: Bool
  /// Whether standard error is a terminal.
  package var isErrorTerminal: Bool
  /// Whether the terminal knows neither colours nor cursor movement (TERM=dumb).
  package var isDumb: Bool

  package init(
    width: Int = 80,
    height: Int = 24,
    isInputTerminal: Bool = false,
    isOutputTerminal: Bool = false,
    isErrorTerminal: Bool = false,
    isDumb: Bool = false
  ) {
    self.width = width
    self.height = height
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.isDumb = isDumb
  }

  /// The process's own, as it is now: from the terminal, else COLUMNS and LINES, else 80 × 24.
  package init(environment: [String: String]) {
    let size = Self.size()
    self.init(
      width: size?.width ?? Self.number(environment["COLUMNS"]) ?? 80,
      height: size?.height ?? Self.number(environment["LINES"]) ?? 24,
      isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      isErrorTerminal: isatty(STDERR_FILENO) == 1,
      isDumb: environment["TERM", default: ""].isEmpty || environment["TERM"] == "dumb"
    )
  }

  /// Rows that a text takes, long lines folded.
  package func rows(of text: String) -> Int {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.reduce(0) { $0 + max(1, (Self.columns(of: $1) + width - 1) / width) }
  }

  /// Size of the first standard stream that is a terminal which knows its size.
  private static func size() -> (width: Int, height: Int)? {
    for stream in [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO] {
      var size = winsize()
      if ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 {
        return (Int(size.ws_col), Int(size.ws_row))
      }
    }
    return nil
  }

  private static func number(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
  }
}
