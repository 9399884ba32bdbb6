import Values

/// A cost on a date: a supplier's price for an article, or a month's bill.
struct Cost {
  /// What the `cost_type` column holds.
  enum Kind: String {
    /// What a supplier asks for a unit.
    case purchasePrice = "purchase_price"
    /// A month’s bill.
    case storage, shipping, fee
  }

  /// Position of the day.
  var day: Int
  /// Which sort it is.
  var kind: Kind
  /// Position in the catalogue’s products; nil for no single one.
  var product: Int?
  /// Position in `Supplier.all`; nil for none.
  var supplier: Int?
  /// Amount in cents.
  var cents: Int

  /// "per_unit" or "total".
  var basis: String { kind == .purchasePrice ? "per_unit" : "total" }

  /// Keeping goods for a month costs this share of their value.
  private static let storageRate = 0.011
  /// Part of the revenue that means of payment keep, in hundredths of a percent.
  private static let feePoints = 120

  /// All costs, by date.
  static func all(of shop: Simulation) -> [Cost] {
    let costs = purchasePrices(of: shop) + storage(of: shop) + bills(of: shop)
    return costs.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  private static func purchasePrices(of shop: Simulation) -> [Cost] {
    var costs: [Cost] = []
    for product in shop.catalogue.products {
      let position = product.id - 1
      let sources =
        [(product.supplier, shop.prices.costs[position])]
        + (product.otherSupplier.map { [($0, shop.prices.quotes[position])] } ?? [])
      for (supplier, steps) in sources {
        for step in steps {
          costs.append(
            Cost(
              day: step.day,
              kind: .purchasePrice,
              product: position,
              supplier: supplier,
              cents: step.cents
            )
          )
        }
      }
    }
    return costs
  }

  /// Each article's storage by month, from the weekly counts.
  private static func storage(of shop: Simulation) -> [Cost] {
    let products = shop.catalogue.products.count
    var value = [Int](repeating: 0, count: products * monthCount)
    var days = [Int](repeating: 0, count: monthCount)
    var lastDay = -1
    for snapshot in shop.stock.snapshots {
      let month = monthIndex(snapshot.day)
      if snapshot.day != lastDay { days[month] += 1 }
      lastDay = snapshot.day
      let cost = shop.prices.cost(product: snapshot.product, day: snapshot.day)
      value[snapshot.product * monthCount + month] += snapshot.onHand * cost
    }
    var costs: [Cost] = []
    for month in 0..<monthCount {
      for product in 0..<products where value[product * monthCount + month] > 0 {
        let mean = Double(value[product * monthCount + month]) / Double(days[month])
        let cents = Int((mean * storageRate).rounded())
        guard cents > 0 else { continue }
        costs.append(
          Cost(day: lastDayOfMonth(month), kind: .storage, product: product, cents: cents)
        )
      }
    }
    return costs
  }

  /// What carriers and means of payment bill each month.
  private static func bills(of shop: Simulation) -> [Cost] {
    var shipping = [Int](repeating: 0, count: monthCount)
    var paid = shipping
    for order in shop.orders where !order.status.isVoid {
      shipping[monthIndex(order.day)] += 380 + order.delivery.costCents * 4 / 10
    }
    for sale in shop.sales where !shop.orders[sale.order].status.isVoid {
      paid[monthIndex(sale.day)] += sale.quantity * sale.priceCents * (100 - sale.discount) / 100
    }
    return (0..<monthCount).flatMap { month in
      [
        Cost(day: lastDayOfMonth(month), kind: .shipping, cents: shipping[month]),
        Cost(day: lastDayOfMonth(month), kind: .fee, cents: paid[month] * feePoints / 10_000),
      ]
    }
  }

  /// Months of the history.
  private static let monthCount = 36

  private static let months: [Int] = (0..<DemoCalendar.dayCount).map { index in
    let (year, month, _) = DemoCalendar.day(at: index).components
    let first = DemoCalendar.firstDay
    return (year - first.year) * 12 + month - first.month
  }

  private static func monthIndex(_ day: Int) -> Int { months[day] }

  private static func lastDayOfMonth(_ month: Int) -> Int {
    DemoCalendar.index(DemoCalendar.firstDay.adding(months: month + 1)) - 1
  }
}
