import Language
import SemanticModel

/// « le prochain événement », "the next event": one of those to come, the first.
extension Composer {
  /// Tells the first of the events to come, where one is asked about.
  mutating func tellNextOne() {
    let event = "event"
    guard query.filters.contains(.segment("upcoming_events", days: nil, negated: false)),
      let date = model.dimensions[event].flatMap({ model.metrics[$0.dateMetric ?? ""]?.name }),
      query.keys.isEmpty || query.keys == [.dimension(event)], query.limit == nil,
      query.rollup == nil,
      asksForNext,
      !query.measures.contains(where: { model.metrics[$0.metric]?.expression == .call("count", []) }
      )
    else { return }
    query.keys = [.dimension(event)]
    query.measures.removeAll { $0.metric == date }
    query.measures.insert(Measure(date), at: 0)
    query.order = Order(.measure(0), descending: false)
    query.limit = 1
  }

  /// « prochain événement » in the singular.
  private var asksForNext: Bool {
    let singular: Set<String> = ["event", "evenement", "fete", "holiday", "celebration", "temps"]
    let words = utterance.tokens.map(\.folded)
    return zip(words, words.dropFirst()).contains { before, after in
      ["next", "prochain", "prochaine"].contains(before) && singular.contains(after)
    }
  }
}
