import Assistant
import SemanticModel
import Values

/// A query as a question that can be typed: « chiffre d'affaires par région en 2025 ».
struct QuestionWords {
  private let query: Query
  private let voice: Voice

  init(_ query: Query, _ tongue: Tongue, model: SemanticModel) {
    var query = query
    // « en 2026 » is typed, not « en 2026 (jusqu'au 31/03/2026) ».
    query.period?.isPartial = false
    query.comparison?.isPartial = false
    self.query = query
    voice = Voice(tongue, model: model, receipt: Answer.Receipt())
  }

  /// Ways to say it, the plainest first; whether the rules read them so is for the caller to see.
  var texts: [String] {
    let phrase = QueryPhrase(query, voice)
    guard let name = query.analysis?.name, let analysis = voice.model.analyses[name] else {
      return [phrase.text, plain(phrase.text)].filter { !$0.isEmpty }
    }
    let noun = voice.singular(analysis.noun)
    let figures = query.measures.first.map { [noun.text, voice.ofThe(voice.metricNoun($0.metric))] }
    return [[noun.text], figures ?? []].filter { !$0.isEmpty }.map { head in
      (head + [phrase.restrictions, phrase.keysWords, phrase.period])
        .filter { !$0.isEmpty }.joined(separator: " ")
    } + [phrase.text]
  }

  /// The text with what its figures count made plain: « nombre de commandes clients », where there are others too; empty where
  /// there is nothing to make plain.
  private func plain(_ text: String) -> String {
    var plain = text
    for measure in query.measures {
      guard let metric = voice.model.metrics[measure.metric], let dataset = metric.dataset,
        let things = voice.things(metric),
        let entity = voice.model.dimensions.values.filter({ $0.isEntity && $0.dataset == dataset })
          .min(by: { $0.name < $1.name })
      else { continue }
      plain = plain.replacing(things.many, with: entity.noun.plural[voice.tongue])
    }
    return plain == text ? "" : plain
  }
}
