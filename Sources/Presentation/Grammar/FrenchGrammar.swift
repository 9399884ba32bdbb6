import Values

/// Articles, elision and agreement of French.
enum FrenchGrammar {
  /// « le chiffre », « la marge », « l'écart », « les achats ».
  static func definite(_ noun: NounPhrase) -> String {
    if noun.isPlural { return "les " + noun.text }
    if startsWithVowel(noun.text) { return "l'" + noun.text }
    return (noun.isFeminine ? "la " : "le ") + noun.text
  }

  /// The noun after « de » with its article: « du chiffre », « de la marge », « de l'écart », « des achats ».
  static func ofThe(_ noun: NounPhrase) -> String {
    if noun.isPlural { return "des " + noun.text }
    if startsWithVowel(noun.text) { return "de l'" + noun.text }
    return (noun.isFeminine ? "de la " : "du ") + noun.text
  }

  /// The noun after « à » with its article: « au seuil », « à la marge », « à l'écart », « aux achats ».
  static func toThe(_ noun: NounPhrase) -> String {
    if noun.isPlural { return "aux " + noun.text }
    if startsWithVowel(noun.text) { return "à l'" + noun.text }
    return (noun.isFeminine ? "à la " : "au ") + noun.text
  }

  /// « ce produit », « cet entrepôt », « cette commande », « ces clients ».
  static func this(_ noun: NounPhrase) -> String {
    if noun.isPlural { return "ces " + noun.text }
    if noun.isFeminine { return "cette " + noun.text }
    return (startsWithVowel(noun.text) ? "cet " : "ce ") + noun.text
  }

  /// A text after « de »: « de commandes », « d'articles ».
  static func de(_ text: String) -> String {
    (startsWithVowel(text) ? "d'" : "de ") + text
  }

  /// An adjective with the endings of a noun: « élevé » → « élevées », « premier » → « première », « ancien » → « ancienne ».
  static func agree(_ adjective: String, with noun: NounPhrase) -> String {
    var text = adjective
    if noun.isFeminine, !text.hasSuffix("e") {
      if text.hasSuffix("ier") { text = text.dropLast(2) + "èr" }
      text += text.hasSuffix("en") ? "ne" : "e"
    }
    if noun.isPlural, !text.hasSuffix("s"), !text.hasSuffix("x") { text += "s" }
    return text
  }

  /// « égal », the one adjective here whose plural is irregular.
  static func equal(_ noun: NounPhrase) -> String {
    noun.isPlural && !noun.isFeminine ? "égaux" : agree("égal", with: noun)
  }

  /// « un prix », « une remise », « des achats ».
  static func indefinite(_ noun: NounPhrase) -> String {
    (noun.isPlural ? "des " : noun.isFeminine ? "une " : "un ") + noun.text
  }

  /// « est », « sont ».
  static func be(_ noun: NounPhrase) -> String { noun.isPlural ? "sont" : "est" }

  /// « le plus élevé », « la plus élevée », « les plus faibles ».
  static func superlative(_ adjective: String, of noun: NounPhrase) -> String {
    let article = noun.isPlural ? "les" : noun.isFeminine ? "la" : "le"
    return "\(article) plus \(agree(adjective, with: noun))"
  }

  /// Whether a word asks for elision: it starts with a vowel or an h (all the corpus has are mute).
  static func startsWithVowel(_ text: String) -> Bool {
    guard let first = Fold.fold(text.prefix(1)).first else { return false }
    return "aeiouh".contains(first)
  }

  /// Whether a noun whose singular and plural are written alike is a plural (« achats », not « prix » or « mois »).
  static func isPlural(_ singular: String, plural: String) -> Bool {
    guard singular == plural, let head = singular.split(separator: " ").first else { return false }
    return head.hasSuffix("s") && !invariable.contains(Fold.fold(head))
  }

  private static let invariable: Set<String> = [
    "biais", "mois", "pays", "poids", "temps", "cas", "colis", "avis", "abus", "acces", "succes",
    "surplus",
    "cours", "bas",
  ]

  /// Narrow no-break space and colon.
  static let colon = "\u{202F}:"

  /// « text », spaces that do not break inside the quotes.
  static func quoted(_ text: String) -> String { "«\u{202F}\(text)\u{202F}»" }
}
