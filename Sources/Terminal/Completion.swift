/// One way to go on with what was typed.
package struct Completion: Hashable, Sendable {
  /// What stands there afterwards: a word, or words with blanks.
  package var text: String
  /// Where in the line, in characters, what it replaces begins; it ends at the cursor.
  package var start: Int

  package init(text: String, start: Int) {
    self.text = text
    self.start = start
  }
}
