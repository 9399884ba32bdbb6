import SemanticModel
import Values

/// Second aggregations in words: « moyenne par mois du chiffre d'affaires », "median".
struct StatisticPhrase: Sendable {
  let query: Query
  let voice: Voice

  init(_ query: Query, _ voice: Voice) {
    self.query = query
    self.voice = voice
  }

  /// The name of a statistic: « médiane », "standard deviation".
  static func noun(_ function: Rollup.Function, _ tongue: Tongue) -> NounPhrase {
    let isFrench = tongue == .french
    switch function {
    case .count: return NounPhrase(isFrench ? "nombre" : "number")
    case .sum: return NounPhrase("total")
    case .mean: return NounPhrase(isFrench ? "moyenne" : "mean", isFeminine: true)
    case .median: return NounPhrase(isFrench ? "médiane" : "median", isFeminine: true)
    case .minimum: return NounPhrase("minimum")
    case .maximum: return NounPhrase("maximum")
    case .deviation: return NounPhrase(isFrench ? "écart-type" : "standard deviation")
    case .shareOfCount, .shareOfTotal:
      return NounPhrase(isFrench ? "part" : "share", isFeminine: true)
    }
  }

  /// The whole of a rollup without its period: « moyenne et médiane du chiffre d'affaires par mois ».
  func text(_ rollup: Rollup) -> String {
    let phrase = QueryPhrase(query, voice)
    if let function = rollup.functions.first(where: { $0 == .count || $0 == .shareOfCount }) {
      let members = self.members(rollup)
      let head = Self.noun(function, voice.tongue).text
      return voice.isFrench
        ? head + " "
          + (function == .count ? FrenchGrammar.de(members.text) : FrenchGrammar.ofThe(members))
        : head + " of " + members.text
    }
    let names = rollup.functions.map { Self.noun($0, voice.tongue).text }
    let over = rollup.over.map { voice.pick("par ", "per ") + voice.noun(of: $0).text + " " } ?? ""
    return Enumeration.and(names, voice.tongue) + " " + over + voice.ofThe(base(phrase))
  }

  /// What is aggregated again: « chiffre d'affaires de la catégorie Furniture par mois ».
  func base(_ phrase: QueryPhrase) -> NounPhrase {
    let noun =
      query.measures.isEmpty
      ? NounPhrase(voice.pick("nombre", "number")) : phrase.measure(0)
    let keys = query.keys.filter { $0 != query.rollup?.over }
    return noun.with(phrase.restrictions).with(phrase.keysWords(keys))
  }

  /// The groups counted, without the period: « clients dont le chiffre d'affaires est supérieur à 1 000 € ».
  func members(_ rollup: Rollup, isPlural: Bool = true) -> NounPhrase {
    var undated = query
    undated.period = nil
    undated.measures = []
    let key = rollup.over ?? query.keys.first ?? .time(.day)
    return QueryPhrase(undated, voice).group(key, isPlural: isPlural)
  }
}
