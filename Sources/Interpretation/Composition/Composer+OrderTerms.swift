import Language
import SemanticModel

/// « avec un coût de commande de 50 et un coût de possession de 5 »: what an economic order quantity rests on.
extension Composer {
  private static let figure = "economic_order_quantity"
  /// The same for a demand that is said.
  private static let figureSaid = "economic_order_quantity_said"

  /// Takes the costs and their numbers from the words that name figures.
  mutating func takeOrderTerms() {
    guard items.contains(where: { $0.span.metric == Self.figure }) else { return }
    for index in items.indices {
      guard let term = term(at: index), orderTerms[keyPath: term] == nil,
        let number = [index + 1, index - 1].first(where: { amount(at: $0) != nil && !isUsed[$0] })
      else { continue }
      orderTerms[keyPath: term] = amount(at: number)
      isUsed[index] = true
      isUsed[number] = true
    }
  }

  /// Hands the costs to the figure; a demand that is said stands for what was sold.
  mutating func tellOrderTerms() {
    guard !orderTerms.isEmpty else { return }
    if orderTerms.annualDemand != nil, model.metrics[Self.figureSaid] != nil {
      query.measures = [Measure(Self.figureSaid)]
      query.keys = []
      query.order = nil
    }
    for index in query.measures.indices
    where [Self.figure, Self.figureSaid].contains(query.measures[index].metric) {
      query.measures[index].terms = orderTerms
    }
  }

  private func term(at index: Int) -> WritableKeyPath<OrderTerms, Double?>? {
    switch items[index].span.meaning {
    case .marker(.orderCost): \.orderCost
    case .marker(.holdingCost), .metric("storage_cost", _): \.holdingCost
    case .marker(.annualDemand): \.annualDemand
    default: nil
    }
  }

  /// A number that may be one: an amount above 0, no percentage and no place.
  private func amount(at index: Int) -> Double? {
    guard items.indices.contains(index),
      case .number(let number, let unit) = items[index].span.meaning,
      unit == .plain || unit == .currency, number > 0
    else { return nil }
    return number
  }
}
