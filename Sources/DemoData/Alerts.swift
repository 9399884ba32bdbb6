/// A warning the system raised about an article.
struct Alert {
  /// What the `alert_type` column holds.
  enum Kind: String {
    /// Nothing left.
    case stockOut = "RUPTURE"
    /// Less than the wait for a delivery will take.
    case shortage = "RISQUE_RUPTURE"
    /// Under the minimum level.
    case belowMinimum = "SOUS_SEUIL"
    /// Over the maximum level.
    case overstock = "SURSTOCK"
    /// On the shelf, unsold for thirty days.
    case dormant = "STOCK_DORMANT"
    /// A delivery is overdue.
    case lateSupplier = "RETARD_FOURNISSEUR"
    /// A supplier asks much more.
    case costRise = "HAUSSE_COUT"

    /// What the `severity` column holds.
    var severity: String {
      switch self {
      case .stockOut, .shortage: "critical"
      case .belowMinimum, .lateSupplier, .costRise: "warning"
      case .overstock, .dormant: "info"
      }
    }

    /// Short French heading.
    var title: String {
      switch self {
      case .stockOut: "Rupture de stock"
      case .shortage: "Risque de rupture"
      case .belowMinimum: "Stock sous le seuil minimum"
      case .overstock: "Surstock"
      case .dormant: "Stock dormant"
      case .lateSupplier: "Livraison fournisseur en retard"
      case .costRise: "Hausse du coût d’achat"
      }
    }
  }

  /// Position in the catalogue’s products.
  var product: Int
  /// Which sort it is.
  var kind: Kind
  /// One French sentence.
  var message: String
  /// Position of the day it was raised.
  var day: Int
  /// Position of the day it was settled; nil while active.
  var resolved: Int?

  /// All alerts, by day then product.
  static func all(of shop: Simulation, levels: [StockLevels], forecasts: [Forecast]) -> [Alert] {
    let watch = AlertWatch(shop: shop, levels: levels, forecasts: forecasts)
    return watch.alerts.sorted {
      ($0.day, $0.product, $0.kind.rawValue) < ($1.day, $1.product, $1.kind.rawValue)
    }
  }
}

/// The thresholds of an article, set for the season the demonstration ends in.
struct StockLevels {
  /// Units below which the shelf is too empty.
  var minimum: Int
  /// Units above which it is too full.
  var maximum: Int

  /// Thresholds from what is planned after the last day.
  init(_ product: Product, demand: Demand) {
    let last = DemoCalendar.lastIndex
    let need = demand.planned(product: product.id - 1, from: last, days: product.leadTime)
    let target = Purchasing.target(product, day: last, demand: demand)
    minimum = max(1, Int((need * 0.7).rounded()))
    maximum = max(20, minimum * 2, Int((Double(target) * 1.4 / 5).rounded(.up)) * 5)
  }
}

/// Looks through the weekly counts and the state of the last day for what deserves an alert.
private struct AlertWatch {
  /// The three years, once played.
  let shop: Simulation
  /// Thresholds, by product.
  let levels: [StockLevels]
  /// Units forecast for each day after the last, by product.
  private var future: [[Double]]
  /// Units on hand at each weekly count, by product; nil before the first.
  private var counts: [[Int?]]
  private let firstCount = DemoCalendar.lastIndex % 7
  private(set) var alerts: [Alert] = []

  /// Looks at everything at once.
  init(shop: Simulation, levels: [StockLevels], forecasts: [Forecast]) {
    self.shop = shop
    self.levels = levels
    let products = shop.catalogue.products
    future = [[Double]](repeating: [], count: products.count)
    for forecast in forecasts where forecast.day > DemoCalendar.lastIndex {
      future[forecast.product].append(forecast.units)
    }
    let weeks = DemoCalendar.lastIndex / 7 + 1
    counts = [[Int?]](repeating: [Int?](repeating: nil, count: weeks), count: products.count)
    for snapshot in shop.stock.snapshots {
      let week = snapshot.day / 7
      counts[snapshot.product][week] = (counts[snapshot.product][week] ?? 0) + snapshot.onHand
    }
    for product in products where product.withdrawal == nil {
      watchStockOuts(product)
      watchMinimum(product)
      watchToday(product)
    }
    watchSuppliers()
  }

  private func day(ofWeek week: Int) -> Int { firstCount + 7 * week }

  /// One alert for each run of weeks that satisfy a condition, from `first` on.
  private mutating func raise(
    _ kind: Alert.Kind,
    _ product: Product,
    from first: Int,
    _ message: String,
    while holds: (Int) -> Bool
  ) {
    var start: Int?
    for week in first..<counts[product.id - 1].count {
      let isOn = counts[product.id - 1][week].map(holds) ?? false
      if isOn, start == nil { start = week }
      guard let begun = start, !isOn else { continue }
      add(kind, product, message, day: day(ofWeek: begun), resolved: day(ofWeek: week))
      start = nil
    }
    if let start { add(kind, product, message, day: day(ofWeek: start)) }
  }

  private mutating func add(
    _ kind: Alert.Kind,
    _ product: Product,
    _ message: String,
    day: Int,
    resolved: Int? = nil
  ) {
    alerts.append(
      Alert(product: product.id - 1, kind: kind, message: message, day: day, resolved: resolved)
    )
  }

  private mutating func watchStockOuts(_ product: Product) {
    raise(.stockOut, product, from: 0, "Plus aucune unité dans les entrepôts.") { $0 == 0 }
  }

  private mutating func watchMinimum(_ product: Product) {
    let minimum = levels[product.id - 1].minimum
    let weeks = counts[product.id - 1].count
    let message = "Le stock est passé sous le seuil de \(minimum) unités."
    raise(.belowMinimum, product, from: weeks - 26, message) { $0 > 0 && $0 < minimum }
  }

  /// Alerts about the state of the last day.
  private mutating func watchToday(_ product: Product) {
    let position = product.id - 1
    let last = DemoCalendar.lastIndex
    let onHand = shop.stock.onHand(product: position)
    guard onHand > 0 else { return }
    let maximum = levels[position].maximum
    if onHand > maximum {
      let message = "\(onHand) unités en stock pour un maximum de \(maximum)."
      raise(.overstock, product, from: counts[position].count - 20, message) { $0 > maximum }
    }
    let sales = RecentSales(of: position, in: shop)
    if sales.units(before: last + 1, days: 30) == 0 {
      add(.dormant, product, "\(onHand) unités sans vente depuis 30 jours.", day: last)
    } else if Double(onHand) < future[position].prefix(product.leadTime).reduce(0, +) {
      let message = "Le stock ne couvre pas le délai de livraison de \(product.leadTime) jours."
      add(.shortage, product, message, day: last)
    }
  }

  private mutating func watchSuppliers() {
    let last = DemoCalendar.lastIndex
    var seen = Set<Int>()
    for purchase in shop.purchasing.purchases
    where purchase.status == .inTransit && purchase.expected < last {
      guard seen.insert(purchase.product).inserted else { continue }
      let supplier = Supplier.all[purchase.supplier].name
      let product = shop.catalogue.products[purchase.product]
      let message =
        "La commande à \(supplier) attendue le "
        + "\(DemoCalendar.iso(purchase.expected)) n’est pas arrivée."
      add(.lateSupplier, product, message, day: purchase.expected + 1)
    }
    for product in shop.catalogue.products
    where product.supplier == Supplier.raising && product.withdrawal == nil {
      let message = "\(Supplier.all[product.supplier].name) a relevé son prix de plus de 20 %."
      add(.costRise, product, message, day: Supplier.jumpDay, resolved: Supplier.jumpDay + 14)
    }
  }
}
