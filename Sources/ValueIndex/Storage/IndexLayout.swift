/// The sections of an index file, in the order they stand; arrays of little-endian numbers or
/// bytes.
enum Section: Int, CaseIterable {
  /// One `DimensionRange` per dimension, by ascending dimension.
  case dimensions
  /// End of each entry's name in `namePool`, after a leading 0 (`UInt32`, entries + 1).
  case nameOffsets
  /// UTF-8 of the names as they stand in the database.
  case namePool
  /// One `KeyCode` tag per entry and its 64 bits.
  case keyTags, keyBits
  /// UTF-8 of the text keys that are not their own name.
  case keyPool
  /// End of each entry's words in `entryTokens`, after a leading 0.
  case entryOffsets
  /// Word numbers of every entry, in the order of the name.
  case entryTokens
  /// End of each word in `tokenPool`, after a leading 0.
  case tokenOffsets
  /// Folded UTF-8 of the words.
  case tokenPool
  /// `TokenTraits` of each word.
  case tokenTraits
  /// Open-addressing table, word → number.
  case tokenSlots
  /// End of each word's postings, after a leading 0.
  case postingOffsets
  /// Ascending entry numbers; none for function words.
  case postings
  /// Open-addressing table, words of a name run together → first of its entries in a dimension.
  case nameSlots
  /// End of each bucket of `deleteEntries`, after a leading 0; a power of two buckets.
  case deleteOffsets
  /// Words by the hash of their forms after deletions, as `TaggedSlots`.
  case deleteEntries
  /// Words of letters only, in alphabetical order.
  case sortedTokens
  /// Words in so many names that their postings are kept as bits too, ascending.
  case denseTokens
  /// One bit per entry for each dense word, in the order of `denseTokens`; 64-bit words.
  case denseBits
}

/// Where a dimension's entries are.
struct DimensionRange {
  /// Number given by the caller.
  var dimension: Int64
  /// First entry.
  var start: UInt32
  /// The entry after the last.
  var end: UInt32
}

/// The head of an index file.
struct IndexHeader {
  /// "OPTINAME" in little-endian order.
  static let signature: UInt64 = 0x454D_414E_4954_504F
  /// Grows with any change of layout, hashing or word splitting.
  static let currentVersion: UInt32 = 1
  /// Every section starts at a multiple of this.
  static let alignment = 64

  /// What an index begins with.
  var signature = Self.signature
  /// Layout of the file.
  var version = Self.currentVersion
  /// Number of sections.
  var sectionCount = UInt32(Section.allCases.count)
  /// Length of the whole file.
  var length: UInt64 = 0
  /// `Hashing.checksum` of all that follows the header.
  var checksum: UInt64 = 0

  /// First byte after the header: the section table, (offset, byte count) pairs of `UInt64`.
  static let size = MemoryLayout<IndexHeader>.size
}
