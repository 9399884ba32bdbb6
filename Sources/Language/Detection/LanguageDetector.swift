package import Values

/// Tells French from English.
package enum LanguageDetector {
  /// The tongue of a question and how sure that is, from 0 (a guess) to 1.
  ///
  /// Function words count most, then words of the trade, then spelling. Without any sign the answer
  /// is French.
  package static func detect(_ tokens: [Token]) -> (tongue: Tongue, confidence: Double) {
    var french = 0.0
    var english = 0.0
    var hasAccent = false
    for token in tokens where token.kind == .word {
      if hasFrenchAccent(token) { hasAccent = true }
      switch TongueWords.table[token.folded] {
      case .french(let weight): french += weight
      case .english(let weight): english += weight
      case nil:
        french += frenchSpelling(token)
        english += englishSpelling(token)
      }
    }
    if hasAccent { french += 0.5 }
    let total = french + english
    guard total > 0 else { return (.french, 0) }
    if french == english { return (.french, hasAccent ? 0.3 : 0.1) }
    let tongue: Tongue = french > english ? .french : .english
    let margin = abs(french - english) / total
    return (tongue, margin * min(1, total / 2))
  }

  /// Accents of French; names of places and brands have others.
  private static func hasFrenchAccent(_ token: Token) -> Bool {
    guard token.text.utf8.count != token.folded.utf8.count else { return false }
    return token.text.unicodeScalars.contains { accents.contains($0) }
  }

  private static func frenchSpelling(_ token: Token) -> Double {
    if token.folded.utf8.last == 0x27 { return 1 }
    return frenchEndings.contains { token.folded.hasSuffix($0) } ? 0.2 : 0
  }

  private static func englishSpelling(_ token: Token) -> Double {
    if token.folded == "'s" || contractions.contains(where: { token.folded.hasSuffix($0) }) {
      return 1
    }
    return englishEndings.contains { token.folded.hasSuffix($0) } ? 0.2 : 0
  }

  private static let accents: Set<Unicode.Scalar> = [
    "é", "è", "ê", "ë", "à", "â", "ù", "û", "ç", "î", "ï", "ô", "œ", "É", "È", "À", "Ç", "Ê",
  ]
  private static let contractions = ["n't", "'ll", "'ve", "'re"]
  private static let frenchEndings = [
    "ez", "ons", "aux", "eux", "elles", "elle", "ere", "eurs", "eur", "aient", "iques", "ique",
    "ait",
  ]
  private static let englishEndings = ["ing", "ed", "ly", "ness", "ship", "est", "th", "ght"]
}
