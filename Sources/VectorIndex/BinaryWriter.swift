/// Lays arrays of numbers end to end as bytes.
struct BinaryWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Adds numbers as they are in memory: little-endian on every platform the program runs on.
  mutating func append<Element: BitwiseCopyable>(_ elements: [Element]) {
    elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
