/// Why a vector file cannot be used; whoever holds the file's name words it for people.
package enum VectorIndexError: Error, Hashable, Sendable {
  /// The file cannot be opened, read or written; the system's error number.
  case system(Int32)
  /// The file is shorter than its header says, or has no whole header.
  case truncated
  /// The file is longer than its header says.
  case trailingBytes
  /// The file begins like no vector file, or like the other kind.
  case wrongKind
  /// Written by another version of the program.
  case unsupportedVersion(UInt32)
  /// Vectors of another length.
  case unsupportedDimensions(UInt32)
  /// The bytes are not those that were written.
  case badChecksum
  /// The checksum is right but the content contradicts itself.
  case inconsistent
}
