/// A 64-bit checksum against damage, not against forgery: several bytes a cycle, in four lanes.
enum Checksum {
  private static let primes: SIMD4<UInt64> = [
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
  ]

  /// Checksum of a run of bytes, with `seed` mixed in first.
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var (one, two) = (seed ^ primes[0], seed ^ primes[1])
    var (three, four) = (seed ^ primes[2], seed ^ primes[3])
    var offset = 0
    while offset + 32 <= bytes.count {
      one = mix(one, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      two = mix(two, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      three = mix(three, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      four = mix(four, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      offset += 32
    }
    while offset < bytes.count {
      one = mix(one, UInt64(bytes[offset]))
      offset += 1
    }
    let lanes = mix(mix(mix(one, two), three), four)
    return mix(lanes, UInt64(bytes.count))
  }

  /// Every step is a bijection of the state, so any one changed word changes the result.
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (state ^ word) &* primes[0]
    return mixed ^ (mixed >> 29)
  }
}
