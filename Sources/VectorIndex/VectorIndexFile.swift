/// The file of an index: its labels, how many examples each has, the examples' numbers.
///
/// After the `BinaryFrame` header: the number of labels (4 bytes); by label, one past its last
/// example and one past its last byte of text (4 bytes each); the labels' UTF-8; 48 bytes an
/// example.
extension VectorIndex {
  /// Reads a file's bytes, refusing anything that `bytes` would not have written.
  package init(bytes: [UInt8]) throws(VectorIndexError) {
    var frame = try BinaryFrame(bytes, kind: .prototypes)
    let labelCount = Int(try frame.content.read(1, of: UInt32.self)[0])
    let ends = try frame.content.read(labelCount, of: UInt32.self).map(Int.init)
    let textEnds = try frame.content.read(labelCount, of: UInt32.self).map(Int.init)
    let text = try frame.content.read(textEnds.last ?? 0, of: UInt8.self)
    let vectors = try frame.content.read(frame.count * 3, of: SIMD16<Int8>.self)
    try frame.content.finish()
    guard Self.rises(ends), (ends.last ?? 0) == frame.count, Self.rises(textEnds) else {
      throw .inconsistent
    }
    var labels: [String] = []
    var start = 0
    for end in textEnds {
      guard let label = String(validating: text[start..<end], as: UTF8.self) else {
        throw .inconsistent
      }
      labels.append(label)
      start = end
    }
    guard zip(labels, labels.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .inconsistent }
    self.init(labels: labels, ends: ends, vectors: vectors, embedderFingerprint: frame.tag)
  }

  /// The file's bytes: the same index always gives the same.
  package var bytes: [UInt8] {
    var content = BinaryWriter(capacity: vectors.count * 16 + labels.count * 40)
    content.append([UInt32(labels.count)])
    content.append(ends.map { UInt32($0) })
    var textEnd: UInt32 = 0
    content.append(
      labels.map { label in
        textEnd += UInt32(label.utf8.count)
        return textEnd
      }
    )
    content.append(labels.flatMap { Array($0.utf8) })
    content.append(vectors)
    return BinaryFrame.seal(
      .prototypes,
      count: count,
      tag: embedderFingerprint,
      content: content.bytes
    )
  }

  /// Whether every end is past the one before: no label is without text or example.
  private static func rises(_ ends: [Int]) -> Bool {
    (ends.first ?? 1) > 0 && zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 }
  }
}
