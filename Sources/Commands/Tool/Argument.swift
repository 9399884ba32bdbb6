/// What may stand at a place of the command line: behind an option, or behind a command's name.
enum Argument: Hashable, Sendable {
  /// Nothing.
  case nothing
  /// Any text, which no shell can complete.
  case text
  /// One of these words.
  case words([String])
  /// The path of a file.
  case file
  /// The path of a folder.
  case folder
}
