/// How a node's head says its shape.
private enum Shape {
  static let plain = 0
  static let quoted = 1
  static let sequence = 2
  static let mapping = 3
}

/// Flattens a corpus to bytes; equal texts are stored once.
struct CorpusWriter {
  private var texts: [String] = []
  private var indices: [String: Int] = [:]
  var nodes = ByteWriter()

  /// The table of texts, then all that was added.
  var body: [UInt8] {
    var body = ByteWriter()
    body.add(texts.count)
    for text in texts { body.add(text.utf8.count) }
    for text in texts { body.add(text.utf8) }
    body.add(nodes.bytes)
    return body.bytes
  }

  /// The files, each as its path and its root.
  mutating func add(_ documents: [SourceDocument]) {
    nodes.add(documents.count)
    for document in documents {
      add(text: document.path)
      add(document.root)
    }
  }

  /// A text, as its place in the table.
  mutating func add(text: String) { nodes.add(index(of: text)) }

  private mutating func index(of text: String) -> Int {
    if let index = indices[text] { return index }
    indices[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  private mutating func add(_ position: YAMLPosition) {
    nodes.add(position.line)
    nodes.add(position.column)
  }

  private mutating func add(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, let isPlain):
      nodes.add(index(of: text) * 4 + (isPlain ? Shape.plain : Shape.quoted))
      add(node.position)
    case .sequence(let items):
      nodes.add(items.count * 4 + Shape.sequence)
      add(node.position)
      for item in items { add(item) }
    case .mapping(let entries):
      nodes.add(entries.count * 4 + Shape.mapping)
      add(node.position)
      for entry in entries {
        add(text: entry.key)
        add(entry.position)
        add(entry.value)
      }
    }
  }
}

/// Rebuilds what `CorpusWriter` flattened.
struct CorpusBodyReader {
  private let texts: [String]
  var reader: ByteReader

  init(_ body: ArraySlice<UInt8>) throws(CompiledCorpusError) {
    reader = ByteReader(body)
    let count = try reader.count()
    var lengths: [Int] = []
    lengths.reserveCapacity(count)
    for _ in 0..<count { lengths.append(try reader.number()) }
    var texts: [String] = []
    texts.reserveCapacity(count)
    for length in lengths {
      texts.append(String(decoding: try reader.take(length), as: UTF8.self))
    }
    self.texts = texts
  }

  /// The files, which come last.
  mutating func documents() throws(CompiledCorpusError) -> [SourceDocument] {
    let count = try reader.count()
    var documents: [SourceDocument] = []
    documents.reserveCapacity(count)
    for _ in 0..<count {
      let path = try text()
      documents.append(SourceDocument(path: path, root: try node(depth: 0)))
    }
    guard reader.remaining == 0 else { throw .damaged }
    return documents
  }

  /// The text whose place in the table comes next.
  mutating func text() throws(CompiledCorpusError) -> String {
    try text(at: try reader.number())
  }

  private func text(at index: Int) throws(CompiledCorpusError) -> String {
    guard texts.indices.contains(index) else { throw .damaged }
    return texts[index]
  }

  private mutating func position() throws(CompiledCorpusError) -> YAMLPosition {
    YAMLPosition(line: try reader.number(), column: try reader.number())
  }

  private mutating func node(depth: Int) throws(CompiledCorpusError) -> YAMLNode {
    guard depth <= YAMLParser.maximumDepth else { throw .damaged }
    let head = try reader.number()
    let position = try position()
    let count = head / 4
    let shape = head % 4
    if shape == Shape.plain || shape == Shape.quoted {
      return YAMLNode(.scalar(try text(at: count), isPlain: shape == Shape.plain), at: position)
    }
    guard count <= reader.remaining else { throw .damaged }
    if shape == Shape.sequence {
      var items: [YAMLNode] = []
      items.reserveCapacity(count)
      for _ in 0..<count { items.append(try node(depth: depth + 1)) }
      return YAMLNode(.sequence(items), at: position)
    }
    var entries: [YAMLEntry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      let key = try text()
      let place = try self.position()
      entries.append(YAMLEntry(key: key, position: place, value: try node(depth: depth + 1)))
    }
    return YAMLNode(.mapping(entries), at: position)
  }
}
