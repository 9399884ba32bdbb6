/// Why bytes were refused as a value index; the cure is always to build it again from the database.
package enum ValueIndexError: Error, Hashable, Sendable {
  /// Does not begin as a value index does.
  case notAnIndex
  /// Written by another version of this program.
  case version(found: UInt32, expected: UInt32)
  /// Shorter or longer than its header says.
  case length(found: Int, expected: Int)
  /// Damaged: the checksum or the layout does not hold.
  case corrupted
  /// The file could not be opened or mapped (`errno`).
  case unreadable(code: Int32)
}
