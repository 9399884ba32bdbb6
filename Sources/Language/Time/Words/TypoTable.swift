/// Long words of the grammar, found again when one letter is missing, doubled, wrong or swapped.
///
/// Every word is stored under itself with each letter left out; a mistyped word is looked up the
/// same
/// way, so that a near match costs a few dictionary look-ups and no comparison with the whole list.
struct TypoTable: Sendable {
  private let words: Set<String>
  private let byGap: [String: String]

  /// The words worth mending, in both languages.
  static let standard = TypoTable([
    "janvier", "fevrier", "juillet", "septembre", "octobre", "novembre", "decembre", "january",
    "february", "september", "october", "november", "december", "mercredi", "vendredi",
    "dimanche", "wednesday", "thursday", "saturday", "semaine", "semaines", "trimestre",
    "trimestres", "semestre", "dernier", "derniere", "derniers", "dernieres", "prochain",
    "prochaine", "prochains", "prochaines", "yesterday", "tomorrow", "aujourd'hui", "depuis",
    "precedent", "precedente", "previous", "mensuel", "mensuelle", "printemps", "derniere",
    "annees", "quarter", "quarters", "monthly", "weekly",
  ])

  /// A table of these words.
  init(_ list: [String]) {
    words = Set(list)
    var table: [String: String] = [:]
    for word in list {
      for gap in Self.gaps(word) { table[gap] = word }
    }
    byGap = table
  }

  /// The word that was probably meant; nil for short words and for those too far from all.
  func correction(of word: String) -> String? {
    let length = word.utf8.count
    guard length >= 6, length <= 13, !Self.realWords.contains(word), !words.contains(word) else {
      return nil
    }
    if let meant = byGap[word] { return meant }
    for gap in Self.gaps(word) {
      if words.contains(gap) { return gap }
      if let meant = byGap[gap], meant.utf8.count == length, Self.isClose(meant, word) {
        return meant
      }
    }
    return nil
  }

  /// The word with each of its letters left out.
  private static func gaps(_ word: String) -> [String] {
    let bytes = Array(word.utf8)
    return bytes.indices.map { gap in
      String(decoding: bytes[..<gap] + bytes[(gap + 1)...], as: UTF8.self)
    }
  }

  /// Whether two words of one length differ by one letter or by two neighbours that changed places.
  private static func isClose(_ left: String, _ right: String) -> Bool {
    let (first, second) = (Array(left.utf8), Array(right.utf8))
    let differences = first.indices.filter { first[$0] != second[$0] }
    if differences.count == 1 { return differences[0] > 0 }
    guard differences.count == 2, differences[1] == differences[0] + 1 else { return false }
    return first[differences[0]] == second[differences[1]]
      && first[differences[1]] == second[differences[0]]
  }

  /// Words of their own that are one letter away.
  private static let realWords: Set<String> = [
    "quartier", "quartiers", "quarte", "semaines", "derniers", "dernieres", "prochains",
    "prochaines", "annees", "mensuels", "mensuelles", "weekly", "quarters", "quartier", "anneaux",
    "prochainement", "dernierement", "precedents", "precedentes", "septembres", "mensuelle",
    "previous", "previously", "semestres", "trimestres", "trimestriel", "semainier", "charter",
    "annexes", "annuels", "quarterly", "garnier", "vernier", "meekly", "lanvier",
  ]
}
