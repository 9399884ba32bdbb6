import Language
import SemanticModel
import Values

/// Words written for other words: « qté cdée pr art ».
extension SpanFinder {
  /// The words of a question as phrases are looked up in them.
  struct Words {
    var words: [String]
    var isCorrected: [Bool]
    /// Where a shorthand is written out; empty for the words as they stand.
    var spelledOut: Set<Int> = []

    /// Whether a phrase is not already one of the words as they stand.
    func isOwn(_ tokens: Range<Int>) -> Bool {
      spelledOut.isEmpty || tokens.contains(where: spelledOut.contains)
    }
  }

  /// The words with those that shorthands stand for: « qté cdée pr art »; nil where there is none.
  func spelledOut(_ words: Words) -> Words? {
    var result = words
    for index in words.words.indices {
      let shorts = lexicon.hits(in: words.words, at: index).filter { $0.tokens.count == 1 }
        .flatMap(\.senses).filter { $0.word != nil }
      // "reps" is no « répartition »: a shorthand is one of the language that is spoken.
      guard let word = shorts.first(where: { $0.tongues.contains(utterance.tongue) })?.word else {
        continue
      }
      result.words[index] = CanonicalWord.of(Fold.fold(word))
      result.spelledOut.insert(index)
    }
    return result.spelledOut.isEmpty ? nil : result
  }

  /// « cb par transporteur » asks how many, « par CB » names a way to pay: a name that is short for a word as well stands
  /// behind a preposition.
  func shorthandPenalty(_ hit: Lexicon.Hit, _ sense: Sense) -> Float {
    guard hit.tokens.count == 1, case .value = sense.meaning,
      lexicon.hits(in: utterance.words, at: hit.tokens.lowerBound).contains(where: { other in
        other.tokens == hit.tokens
          && other.senses.contains { $0.word != nil && $0.tongues.contains(utterance.tongue) }
      })
    else { return 0 }
    let start = hit.tokens.lowerBound
    let links: Set<String> = [
      "par", "en", "avec", "carte", "paye", "payes", "payees", "by", "with",
    ]
    return start > 0 && links.contains(utterance.tokens[start - 1].folded) ? 0 : 0.7
  }
}
