/// Apostrophes left out in haste: « l an dernier », « ce qu on a vendu », "last years revenue".
enum Apostrophe {
  /// The tokens, those that lack one compared as the words they stand for.
  static func restored(in tokens: [Token]) -> [Token] {
    var tokens = tokens
    for index in tokens.indices.dropLast() {
      let folded = tokens[index].folded
      if isElided(tokens, index) {
        tokens[index] = tokens[index].compared(as: folded + "'")
      } else if isGenitive(tokens, index) {
        tokens[index] = tokens[index].compared(as: String(folded.dropLast()))
      }
    }
    return tokens
  }

  /// "last years revenue": of one year, where "over the last years" are several.
  private static func isGenitive(_ tokens: [Token], _ index: Int) -> Bool {
    let next = tokens[index + 1]
    guard units.contains(tokens[index].folded), index > 0, next.kind == .word,
      !notOwned.contains(next.folded), ["last", "this", "next"].contains(tokens[index - 1].folded)
    else { return false }
    return index < 2 || !several.contains(tokens[index - 2].folded)
  }

  private static let units: Set<String> = ["years", "months", "weeks", "quarters"]
  private static let several: Set<String> = ["the", "these", "those", "our", "my", "past"]
  private static let notOwned: Set<String> = [
    "of", "in", "on", "and", "or", "vs", "versus", "to", "for", "by", "per", "with", "we", "did",
    "have", "has", "how", "what", "which", "compared", "against", "at",
  ]

  private static func isElided(_ tokens: [Token], _ index: Int) -> Bool {
    let (token, next) = (tokens[index], tokens[index + 1])
    guard token.kind == .word, token.text == token.folded, next.kind == .word, next.spaceBefore,
      let first = next.folded.first, "aeiouyh".contains(first)
    else { return false }
    // « l'entrepôt d », "class l": a letter behind a thing is its name.
    if index > 0, named.contains(tokens[index - 1].folded) { return false }
    switch token.folded {
    case "l", "qu", "j": return next.folded.utf8.count > 1
    case "d", "n", "c", "s": return followers[token.folded]?.contains(next.folded) == true
    default: return false
    }
  }

  private static let named: Set<String> = [
    "entrepot", "depot", "warehouse", "classe", "class", "taille", "size", "type", "modele",
    "model", "lot", "zone", "rayon", "allee", "aisle", "store", "magasin", "segment", "grade",
  ]

  /// What letters that are often names are elided before.
  private static let followers: [String: Set<String>] = [
    "d": [
      "achat", "achats", "affaires", "affaire", "un", "une", "ici", "argent", "articles", "article",
      "unites", "unite", "avril", "aout", "octobre", "euros", "ordre", "expedition", "avance",
      "attente", "hier", "aujourd'hui", "alertes", "anomalies", "annulation", "avant", "ete",
      "hiver", "automne", "habitude", "inventaire", "origine",
    ],
    "n": ["est", "ont", "a", "avons", "avez", "etait", "etaient", "aurons", "y"],
    "c": ["est", "etait"],
    "s": ["il", "ils", "est", "ecoule", "ecoulent"],
  ]
}
