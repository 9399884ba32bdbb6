/// The file of an embedder: the map of trained rows, their scales, their numbers.
///
/// After the `BinaryFrame` header: 4,096 bytes of map, 4 bytes a trained row, 48 bytes a trained
/// row; 1.7 MB at the very most.
extension Embedder {
  /// Training keeps scales far below 1; up to this one no sum of rows can overflow.
  private static let greatestScale: Float = 1_000

  /// Reads a file's bytes, refusing anything that `bytes` would not have written.
  package init(bytes: [UInt8]) throws(VectorIndexError) {
    var frame = try BinaryFrame(bytes, kind: .embedder)
    guard frame.count <= FeatureHasher.buckets else { throw .inconsistent }
    let trained = try frame.content.read(Self.mapWords, of: UInt64.self)
    guard trained.reduce(0, { $0 + $1.nonzeroBitCount }) == frame.count else {
      throw .inconsistent
    }
    let scales = try frame.content.read(frame.count, of: Float.self)
    guard scales.allSatisfy({ (0...Self.greatestScale).contains($0) }) else { throw .inconsistent }
    let rows = try frame.content.read(frame.count * 3, of: SIMD16<Int8>.self)
    try frame.content.finish()
    self.init(seed: frame.tag, trained: trained, rows: rows, scales: scales)
  }

  /// The file's bytes: the same embedder always gives the same.
  package var bytes: [UInt8] {
    let buckets = (0..<FeatureHasher.buckets)
      .filter { trained[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 }
    var content = BinaryWriter(capacity: Self.mapWords * 8 + buckets.count * 52)
    content.append(trained)
    content.append(buckets.map { scales[$0] })
    content.append(buckets.flatMap { rows[($0 * 3)..<($0 * 3 + 3)] })
    return BinaryFrame.seal(.embedder, count: buckets.count, tag: seed, content: content.bytes)
  }

  /// A number that two embedders share only if they embed alike; an index remembers its own.
  package var fingerprint: UInt64 {
    let first = scales.withUnsafeBytes { Checksum.of($0) }
    return rows.withUnsafeBytes { Checksum.of($0, seed: first) }
  }
}
