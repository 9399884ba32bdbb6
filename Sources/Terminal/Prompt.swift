/// Prompts as readline wants them.
enum Prompt {
  /// What stands before the following lines of an entry.
  static let continuation = "… "

  /// A prompt in which all that takes no column is marked, so that readline counts the rest.
  ///
  /// The marks are RL_PROMPT_START_IGNORE and RL_PROMPT_END_IGNORE, '\001' and '\002'.
  static func marked(_ prompt: String) -> String {
    var result = String.UnicodeScalarView()
    var escape = EscapeSequence.none
    var isMarked = false
    for scalar in prompt.unicodeScalars {
      if escape.advance(by: scalar) != isMarked {
        result.append(isMarked ? "\u{2}" : "\u{1}")
        isMarked.toggle()
      }
      result.append(scalar)
    }
    if isMarked { result.append("\u{2}") }
    return String(result)
  }
}
