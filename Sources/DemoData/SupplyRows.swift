import Values

/// What lies in the warehouses and where it comes from: counts, movements, purchases, costs.
extension DemoShop {
  /// Rows of `stock_levels`.
  var stockLevels: DemoTable {
    let products = simulation.catalogue.products
    return DemoTable(.stockLevels, simulation.stock.snapshots) { position, snapshot in
      let product = products[snapshot.product]
      let bay = snapshot.product % 25 + 1
      let level = (snapshot.product + snapshot.warehouse) % 5 + 1
      return [
        .key(position), .key(snapshot.product), .key(snapshot.warehouse),
        .text("\(product.category.aisle)-\(bay)-\(level)"), .int(snapshot.onHand),
        .int(snapshot.available), .date(snapshot.day),
      ]
    }
  }

  /// Rows of `stock_movements`.
  var stockMovements: DemoTable {
    let movements = simulation.stock.movements
    // Counts of a day are noted warehouse by warehouse: the position keeps their order.
    let order = movements.indices.sorted { (movements[$0].day, $0) < (movements[$1].day, $1) }
    return DemoTable(.stockMovements, order) { position, index in
      let movement = movements[index]
      return [
        .key(position), .key(movement.product), .key(movement.warehouse), .date(movement.day),
        .text(of: movement.kind), .int(movement.quantity), .text(movement.reason),
        movement.purchase.map { .text("CF-\(10_001 + $0)") } ?? .null,
        Self.user(of: movement).map { .text($0) } ?? .null, .key(movement.counterpart),
      ]
    }
  }

  /// Who noted it; nobody for sales, which the till books by itself.
  private static func user(of movement: Stock.Movement) -> String? {
    if movement.kind == .output { return nil }
    let keepers = [
      ["a.morel", "s.haddad"], ["l.perrin", "c.roux"], ["n.fabre", "j.vidal"], ["m.leroy"],
    ]
    let team = keepers[movement.warehouse]
    return team[(movement.product + movement.day) % team.count]
  }

  /// Rows of `orders`.
  var orders: DemoTable {
    DemoTable(.orders, simulation.purchasing.purchases) { position, purchase in
      let isReceived = purchase.status == .received
      return [
        .key(position), .key(purchase.product), .key(purchase.supplier), .date(purchase.day),
        .int(purchase.quantity), .int(purchase.suggested),
        .text(purchase.isCritical ? "CRITIQUE" : "ATTENTION"), .int(purchase.stockAtOrder),
        .euros(purchase.costCents), .euros(purchase.costCents), .int(purchase.leadTime),
        .date(purchase.expected), isReceived ? .date(purchase.actual) : .null,
        isReceived ? .int(purchase.received) : .null,
        isReceived ? .int(purchase.rejected) : .null, .text(of: purchase.status),
      ]
    }
  }

  /// Rows of `costs`.
  var costs: DemoTable {
    DemoTable(.costs, Cost.all(of: simulation)) { position, cost in
      [
        .key(position), .date(cost.day), .text(of: cost.kind), .key(cost.product),
        .key(cost.supplier), .euros(cost.cents), .text(cost.basis),
      ]
    }
  }
}
