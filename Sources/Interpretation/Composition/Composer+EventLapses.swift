import Language
import SemanticModel

/// The time from one event of an order to the next: « entre la commande d'un client et son expédition ».
extension Composer {
  /// What happens to an order, in order.
  private enum Event: CaseIterable {
    case ordering, shipping, delivery

    /// How the words for it begin, folded.
    var stems: [String] {
      switch self {
      case .ordering: ["command", "cmd", "order", "passation"]
      case .shipping: ["expedi", "envoi", "envoy", "ship", "dispatch", "depart"]
      case .delivery: ["livr", "deliver", "arriv", "recept", "receipt", "receiv"]
      }
    }
  }

  /// Reads two events behind « entre », "between" or "from" as the figure that is the time between them.
  mutating func takeEventLapses() {
    let words = utterance.tokens.map(\.folded)
    guard let opener = words.firstIndex(where: { ["entre", "between", "from"].contains($0) }),
      let first = event(in: (opener + 1)..<min(words.count, opener + 5)),
      let join = words.indices.first(where: {
        $0 > first.token && $0 <= first.token + 4 && ["et", "and", "to"].contains(words[$0])
      }), let second = event(in: (join + 1)..<min(words.count, join + 5)),
      let figure = lapse(from: first.event, to: second.event)
    else { return }
    let tokens = opener...second.token
    claimed.formUnion(tokens)
    for index in items.indices.reversed() where isWord(of: items[index].span, within: tokens) {
      isUsed[index] = true
      read(index, as: .marker(.filler))
    }
    guard
      let place = items.indices.last(where: {
        tokens.contains(items[$0].span.tokens.upperBound - 1)
      })
    else { return }
    isUsed[place] = false
    read(place, as: .metric(figure, .noun))
  }

  private func event(in range: Range<Int>) -> (event: Event, token: Int)? {
    for token in range {
      let word = utterance.tokens[token].folded
      if let event = Event.allCases.first(where: { $0.stems.contains { word.hasPrefix($0) } }) {
        return (event, token)
      }
    }
    return nil
  }

  private func lapse(from first: Event, to second: Event) -> String? {
    let buys = utterance.tokens.contains { token in
      ["fourniss", "frs", "supplier", "vendor"].contains { token.folded.hasPrefix($0) }
    }
    let name: String? =
      switch (first, second) {
      case (.ordering, .delivery): buys ? "supplier_lead_time" : "delivery_time"
      case (.ordering, .shipping): "shipping_time"
      case (.shipping, .delivery): "transit_time"
      default: nil
      }
    return name.flatMap { model.metrics[$0] == nil ? nil : $0 }
  }

  /// Whether an item is one of the words for the events, and no name or time that narrows them.
  private func isWord(of span: Span, within tokens: ClosedRange<Int>) -> Bool {
    guard tokens.contains(span.tokens.lowerBound) else { return false }
    return switch span.meaning {
    case .metric, .dimension, .marker, .analysis: true
    default: false
    }
  }
}
