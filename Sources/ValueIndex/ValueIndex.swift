/// Finds the names of a database that a question mentions, in spite of typos, accents and plurals.
///
/// ```swift
/// let index = ValueIndex(names: [IndexedName(dimension: 1, key: .integer(7), name: "Gérard
/// Lefèvre")]) index.matches(in: ["ventes", "de", "gerard", "lefevre"])  // one exact match over
/// tokens 2..<4 ``` Built once per state of the database and kept as one flat file. Every answer
/// depends on the set of names only, not on the order they came in.
package struct ValueIndex: Sendable {
  /// Most candidates of one match.
  package static let candidateLimit = 8
  /// Question tokens read; a longer question is cut there.
  package static let tokenLimit = 200

  /// The sections, checked.
  let columns: IndexColumns

  /// Builds an index.
  package init(names: some Sequence<IndexedName>) {
    var collector = NameCollector()
    for name in names { collector.add(name) }
    let flat = IndexBuilder(collector).assemble()
    do {
      columns = try IndexColumns(flat)
    } catch {
      preconditionFailure("a fresh index does not read back: \(error)")
    }
  }

  /// Reads an index back from the bytes of `bytes`, which are copied.
  ///
  /// - Throws: `ValueIndexError` when they are not an index, of another version, cut short or
  /// damaged.
  package init(bytes: [UInt8]) throws(ValueIndexError) {
    let flat = FlatBytes(count: bytes.count) { block in
      bytes.withUnsafeBytes { block.copyMemory(from: $0) }
    }
    columns = try IndexColumns(flat)
  }

  /// Maps an index file, without copying it; the file must not be changed in place meanwhile.
  ///
  /// - Throws: `ValueIndexError`, as for bytes, or when the file cannot be read.
  package init(mapping path: String) throws(ValueIndexError) {
    columns = try IndexColumns(FlatBytes(mapping: path))
  }

  /// Maps the index that an open file holds from an aligned offset on; it must not be changed in place meanwhile.
  ///
  /// - Throws: `ValueIndexError`, as for a path.
  package init(mapping descriptor: Int32, from offset: Int) throws(ValueIndexError) {
    columns = try IndexColumns(FlatBytes(mapping: descriptor, from: offset))
  }

  /// The flat form: what a file holds.
  package var bytes: [UInt8] {
    Array(columns.flat.bytes)
  }

  /// Lends the flat form without a copy, to be written to a file.
  package func withBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try body(columns.flat.bytes)
  }

  /// Number of names.
  package var count: Int { columns.entryCount }

  /// The dimensions that have names, ascending.
  package var dimensions: [Int] {
    columns.dimensions.map { Int($0.dimension) }
  }

  /// Number of names of one dimension.
  package func count(of dimension: Int) -> Int {
    columns.dimensions.first { $0.dimension == Int64(dimension) }.map { Int($0.end - $0.start) }
      ?? 0
  }
}
