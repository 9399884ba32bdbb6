import SemanticModel
import Values

/// What puts a group first or last: « avec le chiffre d'affaires le plus élevé », "with the fewest orders".
struct RankWords: Sendable {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  /// The complement of the ranked noun.
  func words(_ measure: Measure, _ noun: NounPhrase, isHigh: Bool) -> String {
    let metric = voice.model.metrics[measure.metric]
    if let metric, measure.display == .value, measure.filters.isEmpty, measure.period == nil,
      let things = voice.things(metric)
    {
      return voice.pick(
        "avec le \(isHigh ? "plus" : "moins") \(FrenchGrammar.de(things.many))",
        "with the \(isHigh ? "most" : "fewest") \(things.many)"
      )
    }
    let isDate = metric?.unit == .date
    if voice.isFrench {
      let adjective = isDate ? (isHigh ? "récent" : "ancien") : (isHigh ? "élevé" : "faible")
      let rank = FrenchGrammar.superlative(adjective, of: noun)
      return "avec \(FrenchGrammar.definite(noun)) \(rank)"
    }
    let adjective = isDate ? (isHigh ? "latest" : "earliest") : (isHigh ? "highest" : "lowest")
    return "with the \(adjective) \(noun.text)"
  }
}
