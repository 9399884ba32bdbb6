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
        PlannedColumn(role: .key(key), name: key.dimension ?? "group", unit: .text),
        PlannedColumn(role: .computed("open_orders"), name: "open_orders", unit: .count),
        PlannedColumn(role: .computed("risky_orders"), name: "risky_orders", unit: .count),
        PlannedColumn(role: .computed("risky_share"), name: "risky_share", unit: .percent),
        PlannedColumn(role: .computed("amount"), name: "amount", unit: .currency),
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
