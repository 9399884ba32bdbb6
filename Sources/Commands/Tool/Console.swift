import Diagnostics
import Glibc
import Values

/// Standard streams: answers on standard output, everything else on standard error.
enum Console {
  /// Writes a text and a line end to standard output.
  static func print(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
  }

  /// Writes a message and a line end to standard error.
  static func say(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// Writes progress over the line before, on a terminal only.
  static func progress(_ text: String) {
    guard isTerminal(STDERR_FILENO) else { return }
    write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  /// One sentence, what to do next, and the stable code.
  static func report(_ failure: Failure, in tongue: Tongue) {
    let isFrench = tongue == .french
    say("optiflow: " + (isFrench ? failure.french : failure.english))
    let hint = isFrench ? failure.frenchHint : failure.englishHint
    if !hint.isEmpty { say("  → " + hint) }
    say("  [\(failure.code)]")
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal; 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 100 }
    return Int(size.ws_col)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
