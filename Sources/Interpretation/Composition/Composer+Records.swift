import Language
import SemanticModel

/// Records to be looked at one by one: « montre-moi les mouvements du vélo », "list the returns of March".
extension Composer {
  /// Puts the records themselves in the place of their number, where they are to be shown.
  mutating func listRecords() {
    guard query.keys.isEmpty, query.rollup == nil, query.comparison == nil, rank == nil,
      counted == nil, query.conditions.isEmpty, query.measures.count == 1, mentions.count == 1,
      let figure = model.metrics[query.measures[0].metric], figure.countsRows, opensWithShowing,
      items[mentions[0].item].isPlural, !saysNumber(mentions[0].item),
      let record = model.dimensions.values.first(where: {
        $0.isEntity && $0.dataset == figure.dataset && !$0.details.isEmpty
      }), let date = record.dateMetric
    else { return }
    query.keys = [.dimension(record.name)]
    query.measures = ([date] + record.showing).map { Measure($0) }
    query.order = Order(.measure(0), descending: false)
  }

  /// "what events are coming up": the next one first.
  mutating func listInTime() {
    if query.measures.map(\.metric) == ["event_date"], query.keys.isEmpty, query.filters.isEmpty,
      query.period != nil, rank == nil, query.rollup == nil, counted == nil
    {
      // "what's on the event calendar in May, with dates": each with its own.
      query.keys = [.dimension("event")]
    }
    guard rank == nil, query.order == nil,
      query.keys == [.dimension("event")],
      let place = query.measures.firstIndex(where: { model.metrics[$0.metric]?.unit == .date })
    else { return }
    query.order = Order(.measure(place), descending: false)
  }

  /// An order to show, in the first words.
  private var opensWithShowing: Bool {
    let verbs = [
      "montr", "affich", "list", "detail", "show", "display", "journal", "historique", "sortir",
      "sors",
      "donne", "give", "pull", "get",
    ]
    return utterance.tokens.prefix(4).contains { token in
      verbs.contains { token.folded.hasPrefix($0) }
    }
  }

  private func saysNumber(_ item: Int) -> Bool {
    let words: Set<String> = ["nombre", "nb", "number", "count", "no", "nbre", "nbr", "total"]
    let tokens = items[item].span.tokens
    return utterance.tokens[max(0, tokens.lowerBound - 2)..<tokens.upperBound].contains {
      words.contains($0.folded)
    }
  }
}
