import Language
import SemanticModel

/// Goods on their way from one warehouse to another, where no word for a transfer is said.
extension Composer {
  /// "how many units went from the Lille warehouse to Lyon": between two places goods are neither sold nor kept.
  mutating func takeTransfers() {
    guard let transferred = model.metrics["transferred_units"]?.name,
      let place = mentions.firstIndex(where: {
        $0.metric == "units_sold" && ($0.role == .weak || $0.role == .verb && saysGone($0.item))
      }),
      let from = items.firstIndex(where: { isPlace($0.span) && follows($0.span, Self.origins) }),
      items.indices.contains(where: {
        $0 > from && isPlace(items[$0].span) && follows(items[$0].span, Self.destinations)
      })
    else { return }
    mentions[place] = Mention(metric: transferred, role: .noun, item: mentions[place].item)
  }

  /// « sont parties de Paris vers Lyon »: goods that went.
  private func saysGone(_ item: Int) -> Bool {
    items[item].span.tokens.contains { token in
      ["parti", "gone", "went", "moved", "left"].contains {
        utterance.tokens[token].folded.hasPrefix($0)
      }
    }
  }

  private static let origins: Set<String> = ["from", "de", "depuis", "du", "d'"]
  private static let destinations: Set<String> = ["to", "vers", "a", "into", "->", "→"]

  private func isPlace(_ span: Span) -> Bool {
    ["warehouse", "warehouse_city"].contains(span.value?.dimension)
  }

  private func follows(_ span: Span, _ words: Set<String>) -> Bool {
    let start = span.tokens.lowerBound
    return utterance.tokens[max(0, start - 3)..<start].contains { words.contains($0.folded) }
  }
}
