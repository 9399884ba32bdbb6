extension Screen {
  /// A text whose lines fit the width, cut at blanks, so that the terminal need not cut inside words.
  ///
  /// A word that is wider than the screen stays whole; lines that fit, such as those of tables, stay as they are.
  package func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.columns(of: $0) <= width ? String($0) : wrapped(line: $0) }
      .joined(separator: "\n")
  }

  private func wrapped(line: Substring) -> String {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let longer = current.isEmpty ? String(word) : current + " " + word
      if Self.columns(of: longer) <= width || current.isEmpty {
        current = longer
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    return (lines + [current]).joined(separator: "\n")
  }
}
