import SemanticModel
import Values

/// Questions that can be asked of any database of this model, made from the corpus's nouns.
struct ExampleQuestions: Sendable {
  let voice: Voice

  init(_ voice: Voice) {
    self.voice = voice
  }

  /// « Quel est le chiffre d'affaires en 2018 ? »; nil when the model has no figure.
  var figure: String? {
    guard let metric = metrics.first else { return nil }
    let noun = voice.metricNoun(metric.name)
    let period = voice.asOf.map { PeriodWords(Period(.year, containing: $0), voice.tongue).phrase }
    let subject = noun.with(voice.model.time(ofMetric: metric.name) == .flow ? period ?? "" : "")
    if voice.isFrench {
      let ask = (noun.isFeminine ? "Quelle" : "Quel") + (noun.isPlural ? "s" : "")
      return "\(ask) \(FrenchGrammar.be(noun)) \(FrenchGrammar.definite(subject))\u{202F}?"
    }
    return "What \(EnglishGrammar.be(noun, isPast: false)) the \(subject.text)?"
  }

  /// The first figures of the model, one of each unit: « chiffre d'affaires, taux de marge ».
  var figures: [String] {
    var units: Set<Metric.Unit> = []
    return metrics.filter { units.insert($0.unit).inserted }.prefix(4)
      .map {
        voice.things($0)?.many ?? $0.noun.singular[voice.tongue]
      }
  }

  /// What figures can be split by: « produits, clients, fournisseurs ».
  var things: [String] {
    voice.model.dimensions.values.filter(\.isEntity)
      .sorted { ($0.name.count, $0.name) < ($1.name.count, $1.name) }
      .prefix(4).map { $0.noun.plural[voice.tongue] }
  }

  /// Amounts first, then counts, ratios and durations; flows before levels; what other figures are made of first.
  ///
  /// The order does not depend on the language, so both get the same examples.
  private var metrics: [Metric] {
    let order: [Metric.Unit] = [.currency, .count, .percent, .days]
    let all = voice.model.metrics.values
    var uses: [String: Int] = [:]
    for metric in all {
      for path in metric.expression.names(insideAggregates: false) {
        uses[path[0], default: 0] += 1
      }
    }
    let ranked = all.compactMap { metric -> (rank: (Int, Int, Int, String), metric: Metric)? in
      guard let unit = order.firstIndex(of: metric.unit) else { return nil }
      let isFlow = voice.model.time(ofMetric: metric.name) == .flow
      return ((unit, isFlow ? 0 : 1, -(uses[metric.name] ?? 0), metric.name), metric)
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.metric)
  }
}
