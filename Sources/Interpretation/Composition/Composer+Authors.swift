import Language
import SemanticModel
import Values

/// « qui a saisi le plus d'ajustements ? », "who entered most movements?": who works on stock, by the number of movements.
extension Composer {
  /// Reads who is asked for, where movements are ranked, as the users that recorded them.
  mutating func tellAuthors() {
    let (user, rows) = ("movement_user", "movement_count")
    guard ranks, counted == nil, let home = model.metrics[rows]?.dataset,
      heads.isEmpty ? asksWhoDid : heads.allSatisfy({ $0.dimension == user }),
      !mentions.isEmpty, mentions.allSatisfy({ model.metrics[$0.metric]?.dataset == home }),
      let place = rank?.item
    else { return }
    if heads.isEmpty { heads.append((user, place)) }
    for (index, mention) in mentions.enumerated() {
      if mention.role == .noun {
        guard saysMost(mention.item - 1), let kind = kind(summedBy: mention.metric) else {
          continue
        }
        query.filters.append(kind)
      }
      // "entered", « passé »: what somebody does to the books brings nothing in.
      mentions[index] = Mention(metric: rows, role: .noun, item: mention.item)
    }
  }

  /// « c'est qui qui … » asks who as « qui » does.
  private var asksWhoDid: Bool {
    asksWho || utterance.tokens.prefix(4).contains { ["qui", "who"].contains($0.folded) }
  }

  /// The value that a figure adds up the rows of: adjustments are the movements of that kind.
  private func kind(summedBy metric: String) -> Filter? {
    guard case .call("sum", let summed)? = model.metrics[metric]?.expression,
      case .call("if", let parts)? = summed.first,
      case .binary(.equal, let column, .text(let value))? = parts.first,
      let dimension = model.dimensions.values.first(where: {
        $0.dataset == model.metrics[metric]?.dataset && $0.key == column
      })
    else { return nil }
    return .values(
      dimension: dimension.name,
      values: [NamedValue(key: .text(value), name: value)],
      negated: false
    )
  }
}
