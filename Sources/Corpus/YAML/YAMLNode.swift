/// A place in a YAML file: line and column, both from 1, columns in characters.
package struct YAMLPosition: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: YAMLPosition, right: YAMLPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A value of a YAML file with its place; scalars stay text, whatever they look like (`yes`, `1.0`, `null`).
package struct YAMLNode: Hashable, Sendable {
  /// The three shapes of YAML.
  package enum Content: Hashable, Sendable {
    /// `isPlain`: written without quotes, not as a block.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order written; keys are unique.
    case mapping([YAMLEntry])
  }

  package var content: Content
  package var position: YAMLPosition

  package init(_ content: Content, at position: YAMLPosition) {
    self.content = content
    self.position = position
  }

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The items of a sequence.
  package var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The pairs of a mapping.
  package var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key of a mapping.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}

/// A key of a mapping, its place, and its value.
package struct YAMLEntry: Hashable, Sendable {
  package var key: String
  package var position: YAMLPosition
  package var value: YAMLNode

  package init(key: String, position: YAMLPosition, value: YAMLNode) {
    self.key = key
    self.position = position
    self.value = value
  }
}
