import Values

/// What customers did: orders, sale lines, returns.
extension DemoShop {
  /// Rows of `customer_orders`.
  var customerOrders: DemoTable {
    DemoTable(.customerOrders, simulation.orders) { position, order in
      let city = City.all[order.city]
      let delivery = order.delivery
      return [
        .key(position), .text("CC-\(100_001 + position)"), .key(order.customer),
        .text(DemoCalendar.iso(order.day, second: order.second)), .text(of: order.status),
        .text(order.payment), .text(of: order.channel), .text(city.region), .text(city.country),
        .text(of: delivery.carrier), .text(of: delivery.mode), .int(delivery.mode.scheduledDays),
        order.status.hasLeft ? .date(delivery.shipped) : .null,
        order.status == .delivered ? .date(delivery.delivered) : .null,
        .euros(delivery.costCents),
      ]
    }
  }

  /// Rows of `sales_history`.
  var salesHistory: DemoTable {
    DemoTable(.salesHistory, simulation.sales) { [orders = simulation.orders] position, sale in
      [
        .key(position), .key(sale.order), .key(sale.product), .key(orders[sale.order].customer),
        .key(sale.warehouse), .date(sale.day), .int(sale.quantity), .euros(sale.priceCents),
        .euros(sale.costCents), .real(Double(sale.discount)), .flag(sale.isPromotion),
      ]
    }
  }

  /// Rows of `returns`.
  var returns: DemoTable {
    // Kept as they were drawn, by sale; a shop numbers them as they come in.
    let sorted = simulation.returns.sorted { ($0.day, $0.sale) < ($1.day, $1.sale) }
    return DemoTable(.returns, sorted) { [simulation] position, back in
      let sale = simulation.sales[back.sale]
      return [
        .key(position), .key(back.sale), .key(sale.product),
        .key(simulation.orders[sale.order].customer), .date(back.day), .int(back.quantity),
        .euros(back.refundCents), .text(back.reason), .flag(back.isRestocked),
      ]
    }
  }
}
