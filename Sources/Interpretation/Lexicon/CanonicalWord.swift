import Language

/// A word as phrases and questions are compared: folded, without the mark of the plural.
///
/// Both sides go through the same function, so it only has to be consistent, not right: "mois" becomes "moi"
/// in the corpus and in the question alike. See docs/decisions/002-plural-folding.md.
enum CanonicalWord {
  /// The canonical word of a token.
  ///
  /// « ça » keeps its cedilla, or every « ça » would be the « CA »; « là » its accent: it is no article.
  static func of(_ token: Token) -> String {
    if token.folded == "ca", token.text.contains("ç") { return "ça" }
    if token.folded == "la", token.text == "là" { return "là" }
    return token.kind == .word ? of(token.folded) : token.folded
  }

  /// "catégories" → "category", "chaises" → "chaise", "totaux" → "total".
  static func of(_ folded: String) -> String {
    if invariables.contains(folded) { return folded }
    var bytes = Array(folded.utf8)
    guard bytes.count > 3, let last = bytes.last else { return folded }
    if last == s, bytes[bytes.count - 2] != s {
      bytes.removeLast()
    } else if last == x {
      bytes.removeLast()
      if bytes.count > 3, bytes.suffix(2).elementsEqual("au".utf8), bytes[bytes.count - 3] != e {
        bytes.removeLast()
        bytes.append(l)
      }
    }
    if bytes.count > 4, bytes.suffix(2).elementsEqual("ie".utf8) {
      bytes.removeLast(2)
      bytes.append(y)
    }
    let word = String(decoding: bytes, as: UTF8.self)
    return abbreviations[word] ?? word
  }

  /// Words that are no plural and would become another one: « pris » is no « prix », « pays » no "pay".
  private static let invariables: Set<String> = ["pris", "pays", "means", "news", "customs"]

  /// Short forms that stand in every phrase for the whole word: « cmdes fournisseurs ».
  private static let abbreviations = ["cmde": "commande", "cmd": "commande", "comde": "commande"]

  private static let s = UInt8(ascii: "s")
  private static let x = UInt8(ascii: "x")
  private static let e = UInt8(ascii: "e")
  private static let l = UInt8(ascii: "l")
  private static let y = UInt8(ascii: "y")
}
