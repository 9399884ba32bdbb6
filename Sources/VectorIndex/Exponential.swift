/// e to the power of a number, by our own arithmetic.
///
/// The C library picks a different `expf` by processor, and they differ in the last bit: a trained
/// file would then depend on the machine that trained it.
enum Exponential {
  /// e^x for x ≤ 0, within 3e-7 of it relatively; 0 below −87, where a Float has nothing left.
  static func of(_ exponent: Float) -> Float {
    guard exponent > -87 else { return 0 }
    // Adding 1.5 · 2^23 pushes the fraction out: `doublings` is the nearest whole number of doublings.
    let magic: Float = 12_582_912
    let doublings = (exponent * 1.442_695_04 + magic) - magic
    // ln 2 in two parts, the first exact in few bits, so that the remainder loses nothing.
    let rest = (exponent - doublings * 0.693_359_375) + doublings * 2.121_944_4e-4
    var polynomial: Float = 1.0 / 720
    polynomial = polynomial * rest + 1.0 / 120
    polynomial = polynomial * rest + 1.0 / 24
    polynomial = polynomial * rest + 1.0 / 6
    polynomial = polynomial * rest + 0.5
    polynomial = polynomial * rest + 1
    polynomial = polynomial * rest + 1
    return polynomial * Float(bitPattern: UInt32(bitPattern: (Int32(doublings) + 127) << 23))
  }
}
