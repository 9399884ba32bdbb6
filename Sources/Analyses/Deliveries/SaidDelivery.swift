import Analytics
import SemanticModel
import Values

/// What a question says of the orders whose delivery is asked: which ones, and how they travel.
struct SaidDelivery {
  /// The orders by number; nil where none is named.
  let orders: Filter?
  /// One value of a factor: « en Standard », "by Hexapost".
  let supposed: [String: NamedValue]
  /// All other filters, and those that are no single value.
  let others: [Filter]

  init(_ query: Query, factors: DeliveryFactors) {
    var (orders, supposed, others): (Filter?, [String: NamedValue], [Filter]) = (nil, [:], [])
    for filter in query.filters {
      switch filter {
      case .values("customer_order", _, false): orders = filter
      case .values(let name, let values, false)
      where values.count == 1 && factors.factors.contains(.dimension(name)):
        supposed[name] = values[0]
      default: others.append(filter)
      }
    }
    self.orders = orders
    self.supposed = supposed
    self.others = others
  }

  /// The numbers named.
  var orderNames: [String] {
    if case .values(_, let values, _)? = orders { values.map(\.name) } else { [] }
  }

  /// The filters of a list of orders: how they travel then chooses among them.
  var chosen: [Filter] {
    others
      + supposed.sorted { $0.key < $1.key }.map {
        .values(dimension: $0.key, values: [$0.value], negated: false)
      }
  }

  /// Levels with what is supposed put in.
  func supposing(_ levels: [Int?], _ factors: inout DeliveryFactors) -> [Int?] {
    var levels = levels
    for index in factors.factors.indices {
      guard case .dimension(let name) = factors.factors[index], let value = supposed[name] else {
        continue
      }
      levels[index] = factors.number(of: .text(value.name), at: index)
    }
    return levels
  }
}
