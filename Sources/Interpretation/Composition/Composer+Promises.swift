import Language
import SemanticModel

/// What was promised beside what came of it: "how many days did we promise and how many did it really take?"
extension Composer {
  /// Tells both where one of them is named and the other is only pointed at: « le délai annoncé et le délai réel ».
  mutating func tellPromiseAndOutcome() {
    guard saysReally,
      let promise = mentions.first(where: { model.metrics[$0.metric]?.actual != nil }),
      let actual = model.metrics[promise.metric]?.actual
    else { return }
    if let told = mentions.firstIndex(where: { $0.metric == actual }) {
      for place in [told, mentions.firstIndex { $0.metric == promise.metric } ?? told] {
        mentions[place] = Mention(
          metric: mentions[place].metric,
          role: .noun,
          item: mentions[place].item
        )
      }
    } else if items.indices.contains(where: { isMarker($0, [.and, .compare]) && $0 > promise.item })
      || items.indices.contains(where: { isMarker($0, [.and, .compare]) && $0 < promise.item })
    {
      mentions.removeAll { $0.metric == promise.metric }
      mentions.append(Mention(metric: promise.metric, role: .noun, item: promise.item))
      mentions.append(Mention(metric: actual, role: .noun, item: promise.item))
    } else {
      return
    }
    let both: Set<String> = [promise.metric, actual]
    mentions = mentions.filter { both.contains($0.metric) || !isDelivery($0.metric) }
    take([.compare, .howLong, .count])
  }

  /// A delivery spoken of beside the two times of it.
  private func isDelivery(_ metric: String) -> Bool {
    ["delivered_orders", "orders", "quantity_received", "purchase_order_count"].contains(metric)
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
