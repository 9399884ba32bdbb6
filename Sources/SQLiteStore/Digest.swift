/// A short fixed-length name for a text: FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
///
/// Against accidents, not against attackers.
enum Digest {
  /// Sixteen hexadecimal digits.
  static func hex(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
