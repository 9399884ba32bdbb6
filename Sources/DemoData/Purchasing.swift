import Values

/// A replenishment order to a supplier.
struct Purchase {
  /// What the `status` column holds.
  enum Status: String {
    case draft, sent, received, cancelled
    case inTransit = "in_transit"
  }

  /// Position in the catalogue’s products.
  var product: Int
  /// Position in `Supplier.all`.
  var supplier: Int
  /// Position of the day.
  var day: Int
  /// Units ordered.
  var quantity: Int
  /// Units the system proposed.
  var suggested: Int
  /// Whether stock would not have lasted until the delivery.
  var isCritical: Bool
  /// Units on hand at that moment.
  var stockAtOrder: Int
  /// Price of a unit, in cents.
  var costCents: Int
  /// Announced days.
  var leadTime: Int
  /// Position of the announced day of delivery.
  var expected: Int
  /// Position of the day of delivery, even beyond the last day.
  var actual: Int
  /// Units that came.
  var received: Int
  /// Units of them refused.
  var rejected: Int
  /// Where it stands on the last day.
  var status: Status
}

/// Decides what to buy, when and how much, and what the suppliers make of it.
struct Purchasing {
  /// All orders placed, oldest first; their number is the position plus one.
  private(set) var purchases: [Purchase] = []
  /// Units ordered and not received yet, by product.
  private var onOrder: [Int]
  /// Positions of the purchases that arrive on each day.
  private var arrivals: [[Int]]
  private var random: SplitMix64
  private let catalogue: Catalogue
  private let prices: PriceBook

  /// Nothing ordered yet.
  init(seed: UInt64, catalogue: Catalogue, prices: PriceBook) {
    self.catalogue = catalogue
    self.prices = prices
    onOrder = [Int](repeating: 0, count: catalogue.products.count)
    arrivals = [[Int]](repeating: [], count: DemoCalendar.dayCount)
    random = SplitMix64(seed: seed, stream: .purchasing)
  }

  /// Units below which a product is ordered again: the wait, a week more, and a margin.
  static func reorderPoint(_ product: Product, day: Int, demand: Demand) -> Int {
    let need = demand.planned(product: product.id - 1, from: day, days: product.leadTime + 8)
    guard need > 0 else { return 0 }
    if product.story == .shortage { return Int(need * 0.3) }
    return Int((need + 1.1 * need.squareRoot() + 1).rounded())
  }

  /// Units an order brings the product back to.
  static func target(_ product: Product, day: Int, demand: Demand) -> Int {
    let days = product.leadTime + 45
    let need = demand.planned(product: product.id - 1, from: day, days: days)
    return need > 0 ? Int((need + 1.6 * need.squareRoot() + 2).rounded()) : 0
  }

  /// Puts the goods that arrive that day on the shelves.
  mutating func receive(day: Int, into stock: inout Stock) {
    for position in arrivals[day] {
      let purchase = purchases[position]
      onOrder[purchase.product] -= purchase.quantity
      stock.spread(
        product: purchase.product,
        quantity: purchase.received - purchase.rejected,
        day: day,
        reason: "réception fournisseur",
        purchase: position
      )
    }
  }

  /// Orders what runs low; nobody works at weekends.
  mutating func order(day: Int, demand: Demand, stock: Stock) {
    guard DemoCalendar.day(at: day).weekday <= 5 else { return }
    for product in catalogue.products {
      let position = stock.free(product: product.id - 1) + onOrder[product.id - 1]
      let point = Self.reorderPoint(product, day: day, demand: demand)
      let target = Self.target(product, day: day, demand: demand)
      if isFolly(product, day) {
        place(product, day, units: target * 9, point, stock)
      } else if position < point {
        place(product, day, units: target - position, point, stock)
      }
    }
  }

  /// The one oversized order of an overstocked article, in the last autumn.
  private func isFolly(_ product: Product, _ day: Int) -> Bool {
    guard product.story == .overstock else { return false }
    let start = DemoCalendar.lastIndex - 140 + product.id % 20
    return day == DemoCalendar.workingDay(start)
  }

  private mutating func place(
    _ product: Product,
    _ day: Int,
    units: Int,
    _ point: Int,
    _ stock: Stock
  ) {
    let pack = product.packSize
    let suggested = max(pack, (units + pack - 1) / pack * pack)
    let quantity = random.chance(0.12) ? suggested + pack * (1 + random.below(2)) : suggested
    let expected = DemoCalendar.workingDay(day + product.leadTime)
    var purchase = Purchase(
      product: product.id - 1,
      supplier: product.supplier,
      day: day,
      quantity: quantity,
      suggested: suggested,
      isCritical: stock.free(product: product.id - 1) * 2 < point,
      stockAtOrder: stock.onHand(product: product.id - 1),
      costCents: prices.cost(product: product.id - 1, day: day),
      leadTime: product.leadTime,
      expected: expected,
      actual: arrival(product, day, expected),
      received: 0,
      rejected: 0,
      status: .received
    )
    settle(&purchase, isCertain: isFolly(product, day))
    if purchase.status != .cancelled { onOrder[purchase.product] += quantity }
    if purchase.status == .received { arrivals[purchase.actual].append(purchases.count) }
    purchases.append(purchase)
  }

  private mutating func arrival(_ product: Product, _ day: Int, _ expected: Int) -> Int {
    let last = DemoCalendar.lastIndex
    if product.story == .empty && expected >= last - 75 { return last + 10 + random.below(20) }
    let supplier = Supplier.all[product.supplier]
    if product.supplier == Supplier.late && day >= Supplier.crisisStart && random.chance(0.8) {
      return DemoCalendar.workingDay(expected + 55 + random.below(40))
    }
    if random.chance(supplier.lateShare) {
      return DemoCalendar.workingDay(expected + 1 + random.below(supplier.lateDays))
    }
    return DemoCalendar.workingDay(max(day + 1, expected - random.below(3)))
  }

  /// What became of an order by the last day.
  private mutating func settle(_ purchase: inout Purchase, isCertain: Bool) {
    let last = DemoCalendar.lastIndex
    if random.chance(0.018) && !isCertain {
      purchase.status = .cancelled
    } else if purchase.day >= last - 2 && random.chance(0.6) {
      purchase.status = .draft
    } else if purchase.actual > last {
      let isUnderWay = purchase.day + purchase.leadTime / 3 <= last
      purchase.status = isUnderWay ? .inTransit : .sent
    } else {
      let isShort = random.chance(0.03)
      purchase.received =
        isShort ? purchase.quantity * (7 + random.below(3)) / 10 : purchase.quantity
      let share = Supplier.all[purchase.supplier].rejectShare * random.between(0, 2)
      let refused = Double(purchase.received) * share + random.unit()
      purchase.rejected = min(purchase.received, Int(refused))
    }
  }
}
