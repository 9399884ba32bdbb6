/// Reads one YAML document into nodes: no anchors, no tags, no repeated keys.
package enum YAMLParser {
  /// Deeper nesting than any corpus file has; keeps the recursion bounded.
  static let maximumDepth = 32

  /// The root of a file's only document.
  package static func parse(_ bytes: [UInt8], file: String) throws(YAMLError) -> YAMLNode {
    do throws(YAMLFault) {
      return try bytes.withUnsafeBufferPointer { buffer throws(YAMLFault) -> YAMLNode in
        let source = YAMLEventSource(buffer)
        return try document(source)
      }
    } catch {
      throw YAMLError(
        file: file,
        position: error.position,
        message: error.message,
        source: bytes
      )
    }
  }

  private static func document(_ source: borrowing YAMLEventSource) throws(YAMLFault) -> YAMLNode {
    _ = try source.next()  // the stream's start
    let (start, position) = try source.next()
    guard case .documentStart = start else {
      throw YAMLFault(message: "the file is empty", position: position)
    }
    let (first, place) = try source.next()
    let root = try node(first, at: place, source, depth: 0)
    _ = try source.next()  // the document's end
    let (next, end) = try source.next()
    guard case .streamEnd = next else {
      throw YAMLFault(message: "a file holds one document only", position: end)
    }
    return root
  }

  private static func node(
    _ event: YAMLEvent,
    at position: YAMLPosition,
    _ source: borrowing YAMLEventSource,
    depth: Int
  ) throws(YAMLFault) -> YAMLNode {
    guard depth < maximumDepth else {
      throw YAMLFault(message: "the nesting is too deep", position: position)
    }
    switch event {
    case .scalar(let text, let isPlain):
      return YAMLNode(.scalar(text, isPlain: isPlain), at: position)
    case .sequenceStart:
      return YAMLNode(.sequence(try items(source, depth: depth)), at: position)
    case .mappingStart:
      return YAMLNode(.mapping(try entries(source, depth: depth)), at: position)
    default:
      preconditionFailure("libyaml sent \(event) in place of a value")
    }
  }

  private static func items(
    _ source: borrowing YAMLEventSource,
    depth: Int
  ) throws(YAMLFault) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let (event, position) = try source.next()
      if case .sequenceEnd = event { return items }
      items.append(try node(event, at: position, source, depth: depth + 1))
    }
  }

  private static func entries(
    _ source: borrowing YAMLEventSource,
    depth: Int
  ) throws(YAMLFault) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    while true {
      let (event, position) = try source.next()
      if case .mappingEnd = event { return entries }
      guard case .scalar(let key, _) = event else {
        throw YAMLFault(message: "a key must be a plain text", position: position)
      }
      if let line = lines.updateValue(position.line, forKey: key) {
        throw YAMLFault(
          message: "the key '\(key)' stands already at line \(line)",
          position: position
        )
      }
      let (first, place) = try source.next()
      let value = try node(first, at: place, source, depth: depth + 1)
      entries.append(YAMLEntry(key: key, position: position, value: value))
    }
  }
}
