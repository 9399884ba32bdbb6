import Values

/// Articles and agreement of English.
enum EnglishGrammar {
  /// The noun with "a" or "an".
  ///
  /// Letters decide, and the few words whose sound differs.
  static func indefinite(_ noun: String) -> String {
    let folded = Fold.fold(noun)
    let isSilent = folded.hasPrefix("hour") || folded.hasPrefix("hono")
    let isConsonant = ["unit", "use", "user", "uni", "euro", "one"].contains {
      folded.hasPrefix($0)
    }
    let isVowel = folded.first.map { "aeiou".contains($0) } ?? false
    return (isSilent || (isVowel && !isConsonant) ? "an " : "a ") + noun
  }

  /// "is", "are", "was", "were".
  static func be(_ noun: NounPhrase, isPast: Bool) -> String {
    if isPast { return noun.isPlural ? "were" : "was" }
    return noun.isPlural ? "are" : "is"
  }

  /// Whether a noun whose singular and plural are written alike is a plural ("gross sales", not "stock on hand").
  static func isPlural(_ singular: String, plural: String) -> Bool {
    guard singular == plural else { return false }
    return singular.split(separator: " ").contains { word in
      word.hasSuffix("s") && !["ss", "us", "is"].contains { word.hasSuffix($0) }
    }
  }

  /// “text”.
  static func quoted(_ text: String) -> String { "“\(text)”" }
}
