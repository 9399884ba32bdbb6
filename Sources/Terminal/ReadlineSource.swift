// The settings of readline are variables of C; they are touched on the main thread only.
@preconcurrency import CReadline
import Glibc

/// Lines typed at a terminal, with editing, completion and history, through GNU readline.
///
/// Readline keeps its state in variables of the process: there is one source, used from one thread.
package final class ReadlineSource: LineSource {
  /// Gives what a line could become.
  package typealias Completer = (_ line: String, _ cursor: Int) -> [Completion]

  /// The source whose line is being read, for the functions that readline calls.
  nonisolated(unsafe) static var active: ReadlineSource?

  /// What was typed before; every line that is read is added.
  package let history: History

  let complete: Completer
  let editor: ExternalEditor
  /// What the last completion offered, for the list of possibilities.
  var offered: [Completion] = []
  /// Set by Ctrl-C.
  var isInterrupted = false

  /// Sets readline up.
  ///
  /// - Parameters:
  ///   - history: what the arrow keys bring back; the caller closes it.
  ///   - environment: the variables TERM, VISUAL, EDITOR and TMPDIR; INPUTRC is read by readline itself.
  ///   - input: the terminal to read from.
  ///   - output: the terminal to show the line on.
  ///   - complete: called for Tab with the line and the cursor's place in it, in characters.
  package init(
    history: History,
    environment: [String: String],
    input: Int32 = STDIN_FILENO,
    output: Int32 = STDOUT_FILENO,
    complete: @escaping Completer = { _, _ in [] }
  ) {
    self.history = history
    self.complete = complete
    editor = ExternalEditor(environment: environment)
    Self.useUTF8()
    rl_instream = fdopen(input, "r")
    rl_outstream = fdopen(output, "w")
    // Readline keeps these pointers: the copies live as long as the process.
    rl_terminal_name = UnsafePointer(strdup(environment["TERM"] ?? "dumb"))
    rl_readline_name = UnsafePointer(strdup("optiflow"))
    installKeys()
    installCompletion()
  }

  /// Waits for an entry; a line that ends in `\` goes on in the next.
  package func next(prompt: String) -> LineEvent {
    Self.active = self
    defer { Self.active = nil }
    isInterrupted = false
    remember()
    var lines: [String] = []
    while let line = read(lines.isEmpty ? prompt : Prompt.continuation) {
      if isInterrupted { return .interrupted }
      guard line.hasSuffix("\\") else { return finish(lines + [line]) }
      lines.append(String(line.dropLast()))
    }
    return lines.isEmpty ? .end : finish(lines)
  }

  private func finish(_ lines: [String]) -> LineEvent {
    let entry = lines.joined(separator: "\n")
    history.add(entry)
    return .line(entry)
  }

  /// One line as readline gives it; nil at the end of the input.
  private func read(_ prompt: String) -> String? {
    guard let line = readline(Prompt.marked(prompt)) else {
      // Readline leaves the prompt's line at the end only where it also ends bracketed paste.
      if rl_variable_value("enable-bracketed-paste").map({ String(cString: $0) }) != "on" {
        fputs("\n", rl_outstream)
        fflush(rl_outstream)
      }
      return nil
    }
    defer { free(line) }
    return String(cString: line)
  }

  /// Hands the history to readline anew, which also undoes what was edited in old lines.
  private func remember() {
    rl_clear_history()
    for entry in history.entries { add_history(entry) }
  }

  /// Makes characters beyond ASCII typable where the environment names no such encoding, as in containers.
  ///
  /// Readline asks the variables again before each line, so an explicit LANG=C has to be overruled there.
  private static func useUTF8() {
    if setlocale(LC_CTYPE, "") != nil, isUTF8 { return }
    guard setlocale(LC_CTYPE, "C.UTF-8") != nil else { return }
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard names.contains(where: { getenv($0).map { $0.pointee != 0 } ?? false }) else { return }
    setenv("LC_ALL", "C.UTF-8", 1)
  }

  private static var isUTF8: Bool {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
  }
}
