import Language
import SemanticModel
import Values

/// « quand X a-t-il commandé pour la dernière fois, et pour combien ? »: an amount beside the date of the last order is the
/// amount of that order.
extension Composer {
  /// Orders of one kind: whose they are, the figures of their date and of their money, and what tells one from the next.
  private struct OrderKind {
    let owner: String
    let date: String
    let amount: String
    let order: Key
  }

  /// What is bought from a supplier on one day is one order, whatever the number of its lines.
  private static let orderKinds = [
    OrderKind(
      owner: "customer",
      date: "last_sale_date",
      amount: "revenue",
      order: .dimension("customer_order")
    ),
    OrderKind(
      owner: "supplier",
      date: "last_purchase_date",
      amount: "purchases",
      order: .time(.day)
    ),
  ]

  /// Tells the last order of one customer or supplier, where its date and an amount are asked for.
  mutating func tellLastOrder() {
    let figures = Set(query.measures.map(\.metric))
    guard query.keys.isEmpty, query.rollup == nil, query.comparison == nil, rank == nil,
      let kind = Self.orderKinds.first(where: {
        figures == [$0.date, $0.amount] || figures == [$0.date] && asksItsAmount
      }),
      query.filters.contains(where: { $0.namesOne(kind.owner) }),
      !saysAllOfIt(kind.amount)
    else { return }
    take([.howMuch])
    query.keys = [kind.order]
    query.limit = 1
    query.measures = [Measure(kind.date), Measure(kind.amount)]
    query.order = Order(.measure(0), descending: true)
  }

  /// "how much was the last order", « montant de la dernière commande »: words for money that only the order can be worth.
  private var asksItsAmount: Bool {
    items.indices.contains { isMarker($0, [.howMuch]) }
      || items.contains { $0.span.metric == "revenue" && $0.span.role == .weak }
  }

  /// « sa dernière commande et son CA », "how much has X bought, and when last": a figure named, or what a verb says, is told of
  /// all orders.
  private func saysAllOfIt(_ amount: String) -> Bool {
    items.contains { $0.span.metric == amount && $0.span.role == .noun }
      || mentions.contains { $0.role == .verb && model.metrics[$0.metric]?.unit == .currency }
      || items.indices.contains { isMarker($0, [.sum, .cumulative, .allHistory]) }
  }
}
