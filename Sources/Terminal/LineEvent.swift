/// What came of waiting for a line.
package enum LineEvent: Hashable, Sendable {
  /// A line without its end; it holds line ends of its own when it was typed or pasted as several.
  case line(String)
  /// Ctrl-C at the prompt: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the end of the input.
  case end
}
