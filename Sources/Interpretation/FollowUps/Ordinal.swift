/// Places in a list as words: « troisième », "second", « dernier ».
package enum Ordinal {
  /// The place of a folded word, counted from 1; -1 is the last one.
  package static func of(_ word: String) -> Int? {
    places[word]
  }

  private static let places: [String: Int] = [
    "premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "first": 1, "1st": 1,
    "deuxieme": 2, "second": 2, "seconde": 2, "2e": 2, "2eme": 2, "2nd": 2,
    "troisieme": 3, "third": 3, "3e": 3, "3eme": 3, "3rd": 3,
    "quatrieme": 4, "fourth": 4, "4e": 4, "4eme": 4, "4th": 4,
    "cinquieme": 5, "fifth": 5, "5e": 5, "5eme": 5, "5th": 5,
    "dernier": -1, "derniere": -1, "last": -1,
  ]
}
