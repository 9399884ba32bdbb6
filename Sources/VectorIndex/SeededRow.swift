/// The row a bucket has before any training: 48 random signs, so a row need not be stored.
///
/// Signs ±1 in 48 dimensions are nearly orthogonal from row to row (Achlioptas, "Database-friendly
/// random projections", 2003), hence unrelated words start apart.
enum SeededRow {
  /// Seed of every embedder unless a file says otherwise.
  static let defaultSeed: UInt64 = 0x0F71_F10A_2026_0001

  /// Value of one step of a quantised row, giving the whole row a Euclidean length of 0.5.
  ///
  /// Training moves rows to lengths of 1 and more, so a feature never trained disturbs little.
  static let scale: Float = 0.5 / (127 * Float(Embedding.dimensions).squareRoot())

  /// The quantised signs, ±127, of a bucket's row.
  static func signs(
    of bucket: Int,
    seed: UInt64
  ) -> (first: SIMD16<Int8>, second: SIMD16<Int8>, third: SIMD16<Int8>) {
    var generator = SplitMix64(seed: seed &+ UInt64(bucket) &* 0xD6E8_FEB8_6659_FD93)
    let bits = generator.next()
    return (spread(bits), spread(bits >> 16), spread(bits >> 32))
  }

  /// One sign a bit, from the lowest 16 bits.
  private static func spread(_ bits: UInt64) -> SIMD16<Int8> {
    let halves = SIMD2(spreadByte(bits & 0xFF), spreadByte(bits >> 8 & 0xFF))
    return unsafeBitCast(halves, to: SIMD16<Int8>.self)
  }

  /// Eight bits to eight bytes, 0 to −127 (0x81) and 1 to 127 (0x7F): 0b01 → 81 … 81 7F.
  ///
  /// Eight bytes at a time in one word: lane-by-lane SIMD code takes a hundred times as long.
  private static func spreadByte(_ byte: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low7 = ones &* 0x7F
    let picked = (byte &* ones) & 0x8040_2010_0804_0201
    let flags = ((picked & low7) &+ low7 | picked) >> 7 & ones
    return ones &* 0x81 ^ flags &* 0xFE
  }
}
