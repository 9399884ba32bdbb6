/// A customer's order.
struct CustomerOrder {
  /// What the `status` column holds.
  enum Status: String {
    case pending, confirmed, shipped, delivered, cancelled
    case suspectedFraud = "suspected_fraud"

    /// Whether the goods have left the warehouse.
    var hasLeft: Bool { self == .shipped || self == .delivered }
    /// Whether the order counts for nothing.
    var isVoid: Bool { self == .cancelled || self == .suspectedFraud }
  }

  /// Position in the customers.
  var customer: Int
  /// Position of the day, and second of that day.
  var day: Int
  var second: Int
  /// Where it was placed.
  var channel: Channel
  /// Means of payment.
  var payment: String
  /// Position in `City.all` of where it goes.
  var city: Int
  /// How it travels.
  var delivery: Delivery
  /// Where it stands on the last day.
  var status: Status
}

/// A line of a customer's order.
struct Sale {
  /// Positions in the orders and products.
  var order: Int
  var product: Int
  /// Position in `Warehouse.all`.
  var warehouse: Int
  /// Position of the day.
  var day: Int
  /// Units.
  var quantity: Int
  /// Price of a unit before discount, in cents.
  var priceCents: Int
  /// Purchase cost of a unit, in cents.
  var costCents: Int
  /// Discount in percent.
  var discount: Int
  /// Whether the discount was a public offer.
  var isPromotion: Bool
}

/// Where orders come from.
enum Channel: String {
  /// The shop’s site.
  case site = "Web"
  /// The shop’s telephone application.
  case app = "Application"
  /// A call.
  case phone = "Téléphone"
  /// Somebody else’s site.
  case marketplace = "Marketplace"

  /// One, by weight; the application gains ground over the years.
  static func draw(day: Int, _ random: inout SplitMix64) -> Channel {
    let progress = Double(day) / Double(DemoCalendar.dayCount)
    return random.weighted([
      (.site, 52), (.app, 14 + 14 * progress), (.phone, 12 - 5 * progress), (.marketplace, 18),
    ])
  }

  /// A second of the day: office hours by phone, noon and evening peaks elsewhere.
  func second(_ random: inout SplitMix64) -> Int {
    let hours = self == .phone ? Self.officeHours : self == .app ? Self.eveningHours : Self.allHours
    return random.index(inCumulative: hours) * 3600 + random.below(3600)
  }

  private static let allHours = cumulative([
    5, 3, 2, 1, 1, 2, 6, 14, 26, 40, 50, 52, 46, 42, 40, 40, 42, 46, 50, 56, 62, 54, 32, 14,
  ])
  private static let eveningHours = cumulative([
    8, 4, 2, 1, 1, 2, 8, 20, 22, 22, 24, 30, 44, 34, 24, 24, 28, 40, 50, 62, 78, 76, 50, 22,
  ])
  private static let officeHours = cumulative([
    0, 0, 0, 0, 0, 0, 0, 0, 18, 50, 62, 54, 16, 20, 48, 56, 50, 34, 10, 0, 0, 0, 0, 0,
  ])

  private static func cumulative(_ weights: [Double]) -> [Double] {
    var total = 0.0
    return weights.map { weight in
      total += weight
      return total
    }
  }
}

/// Means of payment, which depend on who buys.
enum Payment {
  /// What the `payment_method` column holds.
  static func draw(_ segment: Customer.Segment, _ random: inout SplitMix64) -> String {
    segment == .corporate
      ? random.weighted([("Virement", 46), ("Carte", 30), ("Prélèvement", 24)])
      : random.weighted([
        ("Carte", 64), ("Portefeuille mobile", 20), ("Paiement en 3 fois", 10),
        ("Virement", 6),
      ])
  }
}
