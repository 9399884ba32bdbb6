/// What the letters of a token allow.
struct TokenTraits: OptionSet {
  /// The traits as bits, as they are stored.
  let rawValue: UInt8

  /// Has a digit: never corrected, since a wrong reference must not match another one.
  static let hasDigit = TokenTraits(rawValue: 1)
  /// Digits only.
  static let number = TokenTraits(rawValue: 2)
  /// A function word: no postings, no weight.
  static let stop = TokenTraits(rawValue: 4)
  /// Too common in trade to stand alone.
  static let generic = TokenTraits(rawValue: 8)
  /// ASCII letters only: may be corrected, pluralised and completed.
  static let letters = TokenTraits(rawValue: 16)

  /// The traits of stored bits.
  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The traits of a folded token.
  init(_ token: UnsafeBufferPointer<UInt8>) {
    var digits = 0
    var ascii = true
    for byte in token {
      if byte &- 0x30 < 10 { digits += 1 }
      if byte >= 0x80 { ascii = false }
    }
    var traits: TokenTraits = []
    if digits > 0 { traits.insert(.hasDigit) }
    if digits == token.count { traits.insert(.number) }
    if digits == 0, ascii { traits.insert(.letters) }
    if SmallWords.isStop(token) { traits.insert(.stop) }
    if SmallWords.isGeneric(token) { traits.insert(.generic) }
    self = traits
  }
}
