/// The singular and plural forms a French or English word may have beside the one written.
enum PluralForms {
  /// Forms of a folded word of three letters or more, without the word itself.
  ///
  /// Over-generates ("bus" → "bu"): only forms that the vocabulary holds count in the end.
  static func forms(of word: [UInt8]) -> [[UInt8]] {
    guard word.count >= 3 else { return [] }
    var forms = [word + [s], word + [x], word + [e, s]]
    if word.last == s || word.last == x {
      forms.append(Array(word.dropLast()))
      if word.ends([e, s]) { forms.append(Array(word.dropLast(2))) }
      if word.ends([i, e, s]) { forms.append(word.dropLast(3) + [y]) }
      if word.ends([a, u, x]) { forms.append(word.dropLast(2) + [l]) }
    }
    if word.ends([a, l]) { forms.append(word.dropLast() + [u, x]) }
    if word.ends([y]) { forms.append(word.dropLast() + [i, e, s]) }
    return forms.filter { $0.count >= 3 }
  }

  private static let a = UInt8(ascii: "a")
  private static let e = UInt8(ascii: "e")
  private static let i = UInt8(ascii: "i")
  private static let l = UInt8(ascii: "l")
  private static let s = UInt8(ascii: "s")
  private static let u = UInt8(ascii: "u")
  private static let x = UInt8(ascii: "x")
  private static let y = UInt8(ascii: "y")
}

extension [UInt8] {
  fileprivate func ends(_ suffix: [UInt8]) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}
