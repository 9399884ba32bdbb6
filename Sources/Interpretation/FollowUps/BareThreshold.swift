import Language
import SemanticModel
import Values

/// A comparison with a number whose figure is not named: « que celles sous 2000 dollars », "over 20%".
struct BareThreshold {
  let threshold: Fragment.Threshold
  /// The words that say it.
  let words: Set<String>

  /// Finds one; nil where there is none.
  init?(_ utterance: Utterance) {
    let tokens = utterance.tokens
    for number in utterance.numbers where number.tokens.lowerBound > 0 {
      let start = number.tokens.lowerBound
      guard
        let comparator = FollowUpPhrases.comparators.first(where: { comparator in
          start >= comparator.words.count
            && tokens[(start - comparator.words.count)..<start].map(\.folded) == comparator.words
        })
      else { continue }
      var end = number.tokens.upperBound
      var isPercent = number.unit == .percent
      while end < tokens.count, Self.units.contains(tokens[end].folded) {
        isPercent = isPercent || Self.percent.contains(tokens[end].folded)
        end += 1
      }
      threshold = Fragment.Threshold(
        test: comparator.test,
        number: isPercent && number.value > 1 ? number.value / 100 : number.value
      )
      words = Set(tokens[(start - comparator.words.count)..<end].map(\.folded))
      return
    }
    return nil
  }

  /// Sets it, and takes its words from those that nothing explains.
  func put(into fragment: inout Fragment) {
    fragment.threshold = threshold
    fragment.limit = nil
    fragment.descends = nil
    fragment.unexplained.removeAll { text in
      Fold.fold(text).split(separator: " ").allSatisfy { words.contains(String($0)) }
    }
  }

  private static let percent: Set<String> = ["%", "percent", "pourcent", "pct"]
  private static let units = percent.union([
    "dollars", "euros", "euro", "€", "$", "eur", "usd", "k", "days", "jours", "units", "unites",
  ])
}
