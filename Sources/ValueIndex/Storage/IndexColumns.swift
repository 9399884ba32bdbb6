/// Typed views of an index's sections.
///
/// Sendable because the views read `FlatBytes`, which never changes and lives as long as this.
final class IndexColumns: @unchecked Sendable {
  /// The block the views read.
  let flat: FlatBytes
  // What each view holds stands with the case of `Section` of the same name.
  let dimensions: UnsafeBufferPointer<DimensionRange>
  let nameOffsets: UnsafeBufferPointer<UInt32>
  let namePool: UnsafeBufferPointer<UInt8>
  let keyTags: UnsafeBufferPointer<UInt8>
  let keyBits: UnsafeBufferPointer<UInt64>
  let keyPool: UnsafeBufferPointer<UInt8>
  let entryOffsets: UnsafeBufferPointer<UInt32>
  let entryTokens: UnsafeBufferPointer<UInt32>
  let tokenOffsets: UnsafeBufferPointer<UInt32>
  let tokenPool: UnsafeBufferPointer<UInt8>
  let tokenTraits: UnsafeBufferPointer<TokenTraits>
  let tokenSlots: UnsafeBufferPointer<UInt32>
  let postingOffsets: UnsafeBufferPointer<UInt32>
  let postings: UnsafeBufferPointer<UInt32>
  let nameSlots: UnsafeBufferPointer<UInt32>
  let deleteOffsets: UnsafeBufferPointer<UInt32>
  let deleteEntries: UnsafeBufferPointer<UInt32>
  let sortedTokens: UnsafeBufferPointer<UInt32>
  let denseTokens: UnsafeBufferPointer<UInt32>
  let denseBits: UnsafeBufferPointer<UInt64>
  /// Number of indexed names.
  let entryCount: Int
  /// Number of distinct words.
  let tokenCount: Int

  /// Views of a block, once its header, checksum and layout hold.
  init(_ flat: FlatBytes) throws(ValueIndexError) {
    let table = try SectionTable(flat.bytes)
    self.flat = flat
    dimensions = try table.view(.dimensions)
    nameOffsets = try table.view(.nameOffsets)
    namePool = try table.view(.namePool)
    keyTags = try table.view(.keyTags)
    keyBits = try table.view(.keyBits)
    keyPool = try table.view(.keyPool)
    entryOffsets = try table.view(.entryOffsets)
    entryTokens = try table.view(.entryTokens)
    tokenOffsets = try table.view(.tokenOffsets)
    tokenPool = try table.view(.tokenPool)
    tokenTraits = try table.view(.tokenTraits)
    tokenSlots = try table.view(.tokenSlots)
    postingOffsets = try table.view(.postingOffsets)
    postings = try table.view(.postings)
    nameSlots = try table.view(.nameSlots)
    deleteOffsets = try table.view(.deleteOffsets)
    deleteEntries = try table.view(.deleteEntries)
    sortedTokens = try table.view(.sortedTokens)
    denseTokens = try table.view(.denseTokens)
    denseBits = try table.view(.denseBits)
    entryCount = keyTags.count
    tokenCount = tokenTraits.count
    guard agrees else { throw .corrupted }
  }

  /// Whether the lengths of the sections fit one another.
  private var agrees: Bool {
    keyBits.count == entryCount
      && Self.ends(nameOffsets, count: entryCount, in: namePool.count)
      && Self.ends(entryOffsets, count: entryCount, in: entryTokens.count)
      && Self.ends(tokenOffsets, count: tokenCount, in: tokenPool.count)
      && Self.ends(postingOffsets, count: tokenCount, in: postings.count)
      && Self.ends(deleteOffsets, count: deleteOffsets.count - 1, in: deleteEntries.count)
      && Self.isPower(tokenSlots.count) && Self.isPower(nameSlots.count)
      && Self.isPower(deleteOffsets.count - 1)
      && denseBits.count == denseTokens.count * ((entryCount + 63) / 64)
      && Int(dimensions.last?.end ?? 0) == entryCount
  }

  private static func ends(
    _ offsets: UnsafeBufferPointer<UInt32>,
    count: Int,
    in total: Int
  ) -> Bool {
    offsets.count == count + 1 && offsets.last.map(Int.init) == total
  }

  private static func isPower(_ count: Int) -> Bool {
    count > 0 && count & (count - 1) == 0
  }

  /// The words of an entry.
  @inline(__always)
  func tokens(ofEntry entry: UInt32) -> Slice<UnsafeBufferPointer<UInt32>> {
    entryTokens[Int(entryOffsets[Int(entry)])..<Int(entryOffsets[Int(entry) + 1])]
  }

  /// The folded bytes of a word.
  @inline(__always)
  func bytes(ofToken token: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = Int(tokenOffsets[Int(token)])
    return UnsafeBufferPointer(
      rebasing: tokenPool[start..<Int(tokenOffsets[Int(token) + 1])]
    )
  }

  /// The postings of a word within a range of entries.
  func postings(ofToken token: UInt32, in range: Range<UInt32>) -> Postings {
    let all = UnsafeBufferPointer(rebasing: postings[postingRange(ofToken: token)])
    let list = PostingSets.part(of: all, in: range)
    return Postings(list: list, bits: list.count < 256 ? nil : bits(ofToken: token))
  }

  private func bits(ofToken token: UInt32) -> UnsafePointer<UInt64>? {
    guard let place = denseTokens.firstIndex(of: token) else { return nil }
    return denseBits.baseAddress.map { $0 + place * ((entryCount + 63) / 64) }
  }

  /// Where a word's postings are.
  @inline(__always)
  func postingRange(ofToken token: UInt32) -> Range<Int> {
    Int(postingOffsets[Int(token)])..<Int(postingOffsets[Int(token) + 1])
  }

  /// The name of an entry as it stands in the database.
  func name(ofEntry entry: UInt32) -> String {
    String(decoding: nameBytes(ofEntry: entry), as: UTF8.self)
  }

  /// The UTF-8 of that name.
  func nameBytes(ofEntry entry: UInt32) -> UnsafeBufferPointer<UInt8> {
    let range = Int(nameOffsets[Int(entry)])..<Int(nameOffsets[Int(entry) + 1])
    return UnsafeBufferPointer(rebasing: namePool[range])
  }
}
