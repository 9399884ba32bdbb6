import ValueIndex
import Values

/// The small database most tests look in.
enum Shop {
  static let product = 1
  static let customer = 2
  static let city = 3
  static let category = 4
  static let order = 5
  static let supplier = 6

  static let names: [IndexedName] =
    list(
      product,
      [
        "Global Troy Executive Leather Low-Back Tilter", "Chaise pliante rouge", "Pot de fleurs",
        "Canon imageCLASS 2200 Advanced Copier", "Canon PC1060 Copier", "Post-it® Notes",
        "Sac de terreau 10 kg", "Paper Pro Stapler", "Journal", "Étagère murale",
        "Global Deluxe Stacking Chair", "Le Creuset Cocotte", "Notebook Pro", "Imprimante laser",
        "Rouleau adhésif", "Lampe de bureau", "Vase bleu", "Miroir rond", "Tapis berbère",
        "Coussin velours",
      ]
    )
    + list(
      customer,
      [
        "Gérard Lefèvre", "Marie Lefèvre", "Sean Miller", "Émilie Œuvrard", "Gérard Dupont",
        "Jean-François Côté", "Duran Duran", "Zoë Smith", "Anne Lemoine", "Paul Verdier",
        "Sean Miller",
      ]
    )
    + list(city, ["Paris", "New York City", "Saint-Étienne", "L'Isle-Adam", "Le Mans", "Troyes"])
    + list(category, ["Chaises", "Technology", "Office Supplies", "Journaux", "Batteries"])
    + list(order, (0..<40).map { "CA-\(2015 + $0 % 4)-\(161_046 + $0 * 37)" })
    + list(supplier, ["Smith's", "L'Oréal", "Paperpro", "3M", "HP", "Établissements Martin"])

  static let index = ValueIndex(names: names)

  /// Names numbered from a hundred times their dimension.
  static func list(_ dimension: Int, _ names: [String]) -> [IndexedName] {
    names.enumerated().map { place, name in
      IndexedName(dimension: dimension, key: .integer(Int64(dimension * 100 + place)), name: name)
    }
  }

  /// A question as a lexer hands it over: folded words, elisions and symbols apart.
  static func tokens(_ question: String) -> [String] {
    var tokens: [String] = []
    var word = ""
    for character in Fold.fold(question) {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if character == "'", ["l", "d", "qu"].contains(word) {
        tokens.append(word + "'")
        word = ""
      } else {
        if !word.isEmpty { tokens.append(word) }
        word = ""
        if character != " " { tokens.append(String(character)) }
      }
    }
    return word.isEmpty ? tokens : tokens + [word]
  }

  /// Matches of a question, with some words known as ordinary vocabulary.
  static func matches(_ question: String, known: Set<String> = []) -> [ValueMatch] {
    let tokens = tokens(question)
    let ordinary: Set<String> = [
      "ventes", "stock", "sales", "combien", "show", "montre", "orders", "client", "chiffre",
    ]
    let options = MatchOptions(known: tokens.map { ordinary.union(known).contains($0) })
    return index.matches(in: tokens, options: options)
  }
}
