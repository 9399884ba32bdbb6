import Language
import Values

/// Plain phrases → the other phrases of their group, those of the other language first, so that « chaise » finds
/// "Chairs" and « allemand » finds « Allemagne ».
///
/// In flat arrays that load from a file without lexing a phrase.
package struct TranslationTable: Sendable {
  /// Canonical words with blanks between, in the order of their bytes.
  private let phrases: PackedTexts
  /// The translations of phrase n are `listStart[n] ..< listStart[n + 1]`.
  private let listStart: [UInt32]
  /// Folded, the plainest first.
  private let translations: PackedTexts

  /// Most words of a phrase that is translated.
  static let longestPhrase = 4

  /// A table without phrases.
  package static let empty = TranslationTable([])

  /// The table of groups of plain words that mean the same.
  package init(_ groups: [(french: [String], english: [String])]) {
    var table: [String: [String]] = [:]
    for group in groups {
      for (own, other) in [(group.french, group.english), (group.english, group.french)] {
        let targets = (other + own).map { Fold.fold($0) }
        for phrase in own {
          let words = Lexer.tokens(of: phrase).map { CanonicalWord.of($0) }
          guard (1...Self.longestPhrase).contains(words.count) else { continue }
          let itself = Fold.fold(phrase)
          let translations = targets.filter { $0 != itself }
          if !translations.isEmpty {
            table[words.joined(separator: " "), default: []] += translations
          }
        }
      }
    }
    let sorted = Array(table.keys).sortedByBytes
    let lists = sorted.map { table[$0] ?? [] }
    phrases = PackedTexts(sorted)
    listStart = lists.reduce(into: [0]) { $0.append(($0.last ?? 0) + UInt32($1.count)) }
    translations = PackedTexts(lists.joined())
  }

  /// The translations of canonical words with blanks between; nil when there are none.
  subscript(phrase: String) -> [String]? {
    guard let place = phrases.place(of: phrase) else { return nil }
    return (listStart[place]..<listStart[place + 1]).map { translations[Int($0)] }
  }
}

extension TranslationTable {
  private static let magic: UInt32 = 0x3152_544F  // "OTR1"

  /// The stored form, stamped with the hash of the corpus.
  package func bytes(key: UInt64) -> [UInt8] {
    var writer = NumberWriter(magic: Self.magic, key: key)
    writer.add(phrases)
    writer.add(listStart)
    writer.add(translations)
    return writer.bytes
  }

  /// The table of a stored form; nil when it is damaged or was built for another corpus.
  package init?(bytes: [UInt8], key: UInt64) {
    guard var reader = NumberReader(bytes: bytes, magic: Self.magic, key: key),
      let phrases = reader.texts(), let listStart = reader.numbers(),
      let translations = reader.texts(), reader.isAtEnd,
      listStart.count == phrases.count + 1, listStart.areOffsets(into: translations.count)
    else { return nil }
    self.phrases = phrases
    self.listStart = listStart
    self.translations = translations
  }
}
