import Diagnostics
import Glibc
import Files
import Values

/// Where the words of a run go and its lines come from: answers on one stream, everything else on the other.
package struct Console: Sendable {
  /// Takes a text for standard output; false once nobody reads it any more.
  let output: @Sendable (String) -> Bool
  /// Takes a text for standard error.
  let messages: @Sendable (String) -> Void
  /// The next bytes of standard input; empty at its end.
  let input: @Sendable () -> [UInt8]
  /// Whether answers are read by a person at a terminal.
  let isTerminal: Bool
  /// Whether messages are, so that progress may be drawn over itself.
  let hasLiveMessages: Bool

  package init(
    output: @escaping @Sendable (String) -> Bool,
    messages: @escaping @Sendable (String) -> Void,
    input: @escaping @Sendable () -> [UInt8] = { [] },
    isTerminal: Bool = false,
    hasLiveMessages: Bool = false
  ) {
    self.output = output
    self.messages = messages
    self.input = input
    self.isTerminal = isTerminal
    self.hasLiveMessages = hasLiveMessages
  }

  /// The process's standard streams.
  package static var system: Console {
    Console(
      output: { Descriptor(STDOUT_FILENO).write($0) == 0 },
      messages: { Descriptor(STDERR_FILENO).write($0) },
      input: { Descriptor(STDIN_FILENO).read() },
      isTerminal: isatty(STDOUT_FILENO) == 1,
      hasLiveMessages: isatty(STDERR_FILENO) == 1
    )
  }

  /// Writes a text and a line end to standard output.
  ///
  /// - Returns: false once nobody reads it any more (`optiflow … | head`).
  @discardableResult
  func print(_ text: String) -> Bool {
    // By bytes: the records of CSV end in CR LF, which is one character and no line feed.
    output(text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n")
  }

  /// Writes a message and a line end to standard error.
  func say(_ text: String) {
    messages(text + "\n")
  }

  /// Writes progress over the line before, on a terminal only; an empty text clears it.
  func progress(_ text: String) {
    guard hasLiveMessages else { return }
    messages("\r\u{1B}[K" + text)
  }

  /// One sentence, what to do next, and the stable code.
  func report(_ failure: Failure, in tongue: Tongue) {
    let isFrench = tongue == .french
    say("optiflow: " + (isFrench ? failure.french : failure.english))
    let hint = isFrench ? failure.frenchHint : failure.englishHint
    if !hint.isEmpty { say("  → " + hint) }
    say("  [\(failure.code)]")
  }

  /// Columns of the terminal; 100 where there is none.
  var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20
    else { return 100 }
    return Int(size.ws_col)
  }
}
