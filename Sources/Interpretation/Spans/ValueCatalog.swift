import Language
import SemanticModel
package import ValueIndex
import Values

/// The names of one database: the index that finds them, and which dimension each of its numbers is.
package struct ValueCatalog: Sendable {
  package let index: ValueIndex
  /// Dimension numbers of the index, in order.
  package let dimensions: [String]
  /// Plain phrases, as canonical words with blanks between → the other phrases of their group, those of the
  /// other language first, so that « chaise » finds "Chairs" and « allemand » finds « Allemagne ».
  package let translations: [String: [String]]

  package init(index: ValueIndex, dimensions: [String], translations: [String: [String]]) {
    self.index = index
    self.dimensions = dimensions
    self.translations = translations
  }

  /// A catalog without names.
  package static let empty = ValueCatalog(
    index: ValueIndex(names: [IndexedName]()),
    dimensions: [],
    translations: [:]
  )

  /// Most words of a phrase that is translated.
  static let longestPhrase = 4

  /// Translations by canonical phrase, from groups of plain words.
  package static func translationTable(_ groups: [(french: [String], english: [String])])
    -> [String: [String]]
  {
    var table: [String: [String]] = [:]
    for group in groups {
      for (own, other) in [(group.french, group.english), (group.english, group.french)] {
        let targets = (other + own).map { Fold.fold($0) }
        for phrase in own {
          let words = Lexer.tokens(of: phrase).map { CanonicalWord.of($0) }
          guard (1...longestPhrase).contains(words.count) else { continue }
          let itself = Fold.fold(phrase)
          table[words.joined(separator: " "), default: []] += targets.filter { $0 != itself }
        }
      }
    }
    return table
  }
}
