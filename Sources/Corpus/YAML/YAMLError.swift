/// What is wrong in a YAML file, where, and how the line reads.
package struct YAMLError: Error, Hashable, Sendable {
  package let file: String
  package let position: YAMLPosition
  package let message: String
  /// The offending line, and under it a caret at the column.
  package let excerpt: String

  init(file: String, position: YAMLPosition, message: String, source: [UInt8]) {
    self.file = file
    self.position = position
    self.message = message
    let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = position.line - 1
    let line = lines.indices.contains(index) ? String(decoding: lines[index], as: UTF8.self) : ""
    excerpt = line + "\n" + String(repeating: " ", count: position.column - 1) + "^"
  }
}
