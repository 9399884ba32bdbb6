/// A word, a run of digits or a symbol of a question.
package struct Token: Hashable, Sendable {
  /// What a token is made of.
  package enum Kind: Sendable {
    /// Letters, or letters and digits ("MX611", "2e", "l'").
    case word
    /// Digits only.
    case number
    /// One character that is neither ("%", "€", "-").
    case symbol
  }

  /// The token as it was typed.
  package let text: String
  /// The token as it is compared, by `Fold.fold`.
  package let folded: String
  /// What it is made of.
  package let kind: Kind
  /// Where the token stands, in UTF-8 offsets of the question.
  package let range: Range<Int>
  /// Whether a blank (or the start of the question) comes before it.
  package let spaceBefore: Bool

  package init(
    text: String,
    folded: String,
    kind: Kind,
    range: Range<Int>,
    spaceBefore: Bool
  ) {
    self.text = text
    self.folded = folded
    self.kind = kind
    self.range = range
    self.spaceBefore = spaceBefore
  }

  /// The same token, compared as another word than the one typed.
  func compared(as folded: String) -> Token {
    Token(text: text, folded: folded, kind: kind, range: range, spaceBefore: spaceBefore)
  }

  /// Whether the token was typed with a capital first letter.
  package var isCapitalised: Bool {
    guard kind == .word, let first = text.unicodeScalars.first else { return false }
    return first.properties.isUppercase
  }
}
