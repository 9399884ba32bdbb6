import Language
import SemanticModel
package import ValueIndex
import Values

/// The names of one database: the index that finds them, and which dimension each of its numbers is.
package struct ValueCatalog: Sendable {
  package let index: ValueIndex
  /// Dimension numbers of the index, in order.
  package let dimensions: [String]
  /// Plain phrases, as canonical words with blanks between → the phrases of the other language, so that
  /// « chaise » finds "Chairs".
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
      for (from, to) in [(group.french, group.english), (group.english, group.french)] {
        for phrase in from {
          let words = Lexer.tokens(of: phrase).map { CanonicalWord.of($0) }
          guard (1...longestPhrase).contains(words.count) else { continue }
          table[words.joined(separator: " "), default: []] += to.map { Fold.fold($0) }
        }
      }
    }
    return table
  }
}
