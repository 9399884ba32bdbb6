import Values

/// What does not move from day to day: suppliers, warehouses, articles, customers.
extension DemoShop {
  /// Rows of `suppliers`.
  var suppliers: DemoTable {
    DemoTable(.suppliers, Supplier.all) { position, supplier in
      [
        .key(position), .text(supplier.name), .text(supplier.country), .real(supplier.rating),
        .int(supplier.leadTime), .text(supplier.paymentTerms), .flag(position != Supplier.former),
      ]
    }
  }

  /// Rows of `warehouses`.
  var warehouses: DemoTable {
    DemoTable(.warehouses, Warehouse.all) { position, warehouse in
      [.key(position), .text(warehouse.name), .text(warehouse.city)]
    }
  }

  /// Rows of `products`.
  var products: DemoTable {
    let last = DemoCalendar.lastIndex
    return DemoTable(.products, simulation.catalogue.products) { [simulation, levels] at, product in
      [
        .int(product.id), .text(product.sku), .text(product.name), .text(product.category.name),
        .text(product.subcategory), .text(Supplier.all[product.supplier].name),
        .key(product.supplier),
        .euros(simulation.prices.price(product: at, day: last)),
        .euros(simulation.prices.cost(product: at, day: last)),
        .int(product.leadTime), .int(levels[at].minimum), .int(levels[at].maximum),
        .int(product.packSize), .flag(product.withdrawal == nil), .date(product.launch),
      ]
    }
  }

  /// Rows of `customers`.
  var customers: DemoTable {
    DemoTable(.customers, simulation.customers) { _, customer in
      let city = City.all[customer.city]
      return [
        .int(customer.id), .text(customer.name), .text(of: customer.segment),
        .text(customer.email), .text(city.name), .text(city.region), .text(city.country),
        .date(customer.registered),
      ]
    }
  }
}
