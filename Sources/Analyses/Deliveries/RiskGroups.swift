import Planning
import SemanticModel
import Values

/// The orders at high risk of each member of a factor: « retards à venir par transporteur ».
struct RiskGroups {
  let table: FigureTable

  private struct Group {
    var open = 0
    var risky = 0
    var amount = 0.0
  }

  init(
    _ risks: [DeliveryRisks.Risk],
    by factor: Int,
    _ threshold: Double,
    _ history: DeliveryHistory
  ) {
    var groups: [Value: Group] = [:]
    for risk in risks {
      let member = risk.order.levels[factor].map { history.factors.level($0, at: factor) } ?? .null
      groups[member, default: Group()].open += 1
      guard risk.chance >= threshold else { continue }
      groups[member]?.risky += 1
      groups[member]?.amount += risk.order.amount ?? 0
    }
    let key = history.factors.factors[factor].key
    let sorted = groups.sorted {
      ($0.value.risky, $1.key.text ?? "") > ($1.value.risky, $0.key.text ?? "")
    }
    table = FigureTable(
      columns: [
        .key(key),
        .computed("open_orders", .count),
        .computed("risky_orders", .count),
        .computed("risky_share", .percent),
        .computed("amount", .currency),
      ],
      rows: sorted.map { member, group in
        [
          member, .integer(Int64(group.open)), .integer(Int64(group.risky)),
          .real(Double(group.risky) / Double(group.open)), .real(group.amount),
        ]
      }
    )
  }
}
