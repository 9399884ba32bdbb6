import Language
import SemanticModel

/// What was promised beside what came of it: "how many days did we promise and how many did it really take?"
extension Composer {
  /// Tells both where one of them is named and the other is only pointed at: « le délai annoncé et le délai réel ».
  mutating func tellPromiseAndOutcome() {
    guard saysReally || isSetAgainstPromise,
      let promise = mentions.first(where: { model.metrics[$0.metric]?.actual != nil }),
      let actual = model.metrics[promise.metric]?.actual
    else { return }
    if let told = mentions.firstIndex(where: { isSame($0.metric, as: actual) }) {
      for place in [told, mentions.firstIndex { $0.metric == promise.metric } ?? told] {
        mentions[place] = Mention(
          metric: mentions[place].metric,
          role: .noun,
          item: mentions[place].item
        )
      }
    } else if items.indices.contains(where: { isMarker($0, [.and, .compare]) }) {
      mentions.removeAll { $0.metric == promise.metric }
      mentions.append(Mention(metric: promise.metric, role: .noun, item: promise.item))
      mentions.append(Mention(metric: actual, role: .noun, item: promise.item))
    } else {
      return
    }
    mentions = mentions.filter {
      $0.metric == promise.metric || isSame($0.metric, as: actual) || !isDelivery($0.metric)
    }
    take([.compare, .howLong, .count])
  }

  /// Whether a figure is the one meant, or the one that stands for it until it is known what is spoken of.
  private func isSame(_ metric: String, as actual: String) -> Bool {
    metric == actual || model.metrics[metric]?.alternatives.contains(actual) == true
      || model.metrics[actual]?.alternatives.contains(metric) == true
  }

  /// A delivery spoken of beside the two times of it.
  private func isDelivery(_ metric: String) -> Bool {
    ["delivered_orders", "orders", "quantity_received", "purchase_order_count"].contains(metric)
  }

  /// Whether a delivery is set against what was promised: "delivery time by ship mode, next to what we promise".
  private var isSetAgainstPromise: Bool {
    guard let promise = mentions.first(where: { model.metrics[$0.metric]?.actual != nil }) else {
      return false
    }
    return items[..<promise.item].indices.contains { isMarker($0, [.compare]) }
  }

  private var saysReally: Bool {
    utterance.tokens.contains { Self.realities.contains($0.folded) }
  }

  private static let realities: Set<String> = [
    "really", "actually", "actual", "real", "true", "reel", "reelle", "reels", "reelles",
    "vraiment", "reellement", "effectif", "effectifs", "effective", "constate", "constates",
    "practice", "reality", "realite", "faits", "truly", "ended",
  ]
}
