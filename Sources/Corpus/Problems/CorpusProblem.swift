package import Values

/// A place in a file of the corpus; the file by its path inside the corpus folder.
package struct SourcePlace: Hashable, Sendable, Comparable {
  package var file: String
  package var position: YAMLPosition

  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    left.file != right.file ? left.file < right.file : left.position < right.position
  }

  /// `metrics/revenue.yaml:4:13`, the form editors jump to.
  package var text: String { "\(file):\(position.line):\(position.column)" }
}

/// Something the corpus says wrong, for the person who edits it.
package struct CorpusProblem: Hashable, Sendable {
  /// Stable identifier such as "key.unknown".
  package var code: String
  package var place: SourcePlace
  /// What is wrong, without place and suggestion.
  package var message: LocalizedText
  /// The nearest name that would be right.
  package var suggestion: String?
  /// The other place, when two contradict each other.
  package var other: SourcePlace?

  /// The whole problem in one line.
  package func text(in tongue: Tongue) -> String {
    var line = "\(place.text): [\(code)] \(message[tongue])"
    if let other { line += tongue == .french ? " (voir \(other.text))" : " (see \(other.text))" }
    if let suggestion {
      line +=
        tongue == .french
        ? " — vouliez-vous « \(suggestion) » ?" : " — did you mean '\(suggestion)'?"
    }
    return line
  }
}
