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
      return [phrase.text] + plain(phrase.text)
    }
    let noun = voice.singular(analysis.noun)
    let figures = query.measures.first.map {
      [noun.text, voice.ofThe(voice.metricNoun($0.metric))]
    }
    return [[noun.text], figures ?? []].filter { !$0.isEmpty }.map { head in
      (head + [phrase.restrictions, phrase.keysWords, phrase.period])
        .filter { !$0.isEmpty }.joined(separator: " ")
    } + [phrase.text]
  }

  /// The text with the thing that its figure counts made plain: « nombre de commandes clients », where there are others too.
  private func plain(_ text: String) -> [String] {
    guard let metric = query.measures.first.flatMap({ voice.model.metrics[$0.metric] }),
      let things = voice.things(metric)?.many
    else { return [] }
    let names = voice.model.dimensions.values.filter(\.isEntity).map {
      $0.noun.plural[voice.tongue]
    }
    return names.sorted().filter { name in
      name != things && (name.hasPrefix(things + " ") || name.hasSuffix(" " + things))
    }.map { text.replacing(things, with: $0) }
  }
}
