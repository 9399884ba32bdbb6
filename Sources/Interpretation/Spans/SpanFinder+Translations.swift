import Language
import SemanticModel
import ValueIndex
import Values

/// The same question with plain words in the data's language: « entrepôt C » → "warehouse C".
extension SpanFinder {
  /// The question's words with translations in place of some, and where each translated phrase ends.
  struct Variant {
    var words: [String]
    var end: [Int: Int] = [:]
    /// The first translation of a word is the plainest.
    var penalty: Float = 0

    /// Whether a name has every word of the translated phrases: "Supplies" is not "office supplies".
    func isWhole(_ name: String, _ tokens: Range<Int>) -> Bool {
      let parts = Fold.fold(name).split { !$0.isLetter && !$0.isNumber }.map {
        CanonicalWord.of(String($0))
      }
      return tokens.filter { end[$0] != nil }.allSatisfy { place in
        let phrase = words[place].split(separator: " ").map { CanonicalWord.of(String($0)) }
        return phrase.count < 2
          || phrase.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
      }
    }
  }

  /// The question with each translatable phrase replaced, by its first and then its other translations.
  func translatedVariants(_ folded: [String]) -> [Variant] {
    var phrases: [(range: Range<Int>, translations: [String])] = []
    var index = 0
    while index < folded.count {
      if let phrase = phrase(at: index) {
        phrases.append(phrase)
        index = phrase.range.upperBound
      } else {
        index += 1
      }
    }
    let deepest = min(phrases.map(\.translations.count).max() ?? 0, 4)
    return (0..<deepest).map { depth in
      var variant = Variant(words: folded)
      variant.penalty = 0.06 * Float(depth)
      for (range, translations) in phrases {
        for place in range { variant.words[place] = "" }
        variant.words[range.lowerBound] = translations[min(depth, translations.count - 1)]
        variant.end[range.lowerBound] = range.upperBound
      }
      return variant
    }
  }

  /// The longest translatable phrase that starts at a token.
  func phrase(at start: Int) -> (range: Range<Int>, translations: [String])? {
    for count in stride(
      from: min(TranslationTable.longestPhrase, utterance.words.count - start),
      to: 0,
      by: -1
    ) {
      let range = start..<(start + count)
      guard let translations = catalog.translations[utterance.words[range].joined(separator: " ")]
      else { continue }
      if count == 1, isFunctionWord(start) { continue }
      return (range, translations)
    }
    return nil
  }

  /// « est » and "us" are grammar, unless written as a name: « l'Est », "US sales".
  func isFunctionWord(_ index: Int) -> Bool {
    let isGrammar = lexicon.hits(in: utterance.words, at: index).contains { hit in
      hit.tokens.count == 1
        && hit.senses.contains { $0.meaning == .marker(.stop) || $0.meaning == .marker(.filler) }
    }
    guard isGrammar else { return false }
    return index == 0 || utterance.tokens[index].text.first?.isUppercase != true
  }
}
