import SeedSupport
import Values

/// Makes shops with every kind of dirt a real file has.
///
/// Prices are quarters and discounts eighths, so that all sums are exact whatever their order.
struct ShopGenerator {
  /// The day after which nothing happened.
  static let now = CalendarDay(ordinal: 19_845)  // 2024-05-02

  private var random: SplitMix64
  private var tables = ShopTables()

  static func shop(seed: UInt64, sales: Int = 260) -> ShopTables {
    var generator = ShopGenerator(random: SplitMix64(seed: seed))
    generator.people()
    generator.catalogue()
    generator.orders()
    generator.sales(sales)
    generator.returns()
    generator.stock()
    generator.costs()
    return generator.tables
  }

  private init(random: SplitMix64) {
    self.random = random
  }

  // MARK: - Things

  private mutating func people() {
    let regions: [Value] = [.text("West"), .text("East"), .text("Île-de-France"), .null]
    tables["customers"] = (1...14).map { id in
      [
        "id": .integer(Int64(id)), "name": .text(id == 9 ? "Client 8" : "Client \(id)"),
        "segment": random.pick([.text("Consumer"), .text("Corporate"), .null]),
        "city": random.pick([.text("Lyon"), .text("Paris"), .null]), "region": random.pick(regions),
        "registered_on": .text(day(before: 900).iso),
      ]
    }
    tables["suppliers"] = [
      ["id": .integer(1), "name": .text("Dupont"), "country": .text("France")],
      ["id": .integer(2), "name": .text("Muller"), "country": .text("Germany")],
    ]
    tables["warehouses"] = [
      ["id": .integer(1), "name": .text("Nord"), "city": .text("Lille")],
      ["id": .integer(2), "name": .text("Sud"), "city": .text("Nice")],
      ["id": .integer(3), "name": .text("Ouest"), "city": .text("Brest")],
    ]
  }

  private mutating func catalogue() {
    tables["products"] = (1...12).map { id in
      [
        "id": .integer(Int64(id)), "sku": .text("P-\(100 + id)"),
        "name": .text(id == 7 ? "Produit 6" : "Produit \(id)"),
        "category": random.pick([.text("Meubles"), .text("Bureau"), .text("Tech"), .null]),
        "subcategory": random.pick([.text("Chaises"), .text("Papier"), .text("Écrans")]),
        "supplier_id": random.pick([.integer(1), .integer(2), .integer(44), .null]),
        "unit_price": random.oneIn(6) ? .null : .real(quarters(400)),
        "unit_cost": random.oneIn(6) ? .null : .real(quarters(200)),
        "lead_time_days": .integer(Int64(2 + random.below(9))), "min_stock_level": .integer(20),
        "is_active": .integer(random.oneIn(5) ? 0 : 1),
      ]
    }
  }

  // MARK: - Events

  private mutating func orders() {
    let statuses: [Value] = [
      .text("delivered"), .text("delivered"), .text("shipped"), .text("pending"), .null,
      .text("cancelled"),
      .text("suspected_fraud"),
    ]
    tables["customer_orders"] = (1...90).map { id in
      [
        "id": .integer(Int64(id)), "reference": .text("C-\(id)"), "customer_id": customer(),
        "ordered_at": .text(day(before: 840).iso + " 10:30:00"), "status": random.pick(statuses),
        "channel": random.pick([.text("web"), .text("shop"), .null]),
        "region": random.pick([.text("West"), .text("South"), .null, .null]),
      ]
    }
  }

  private mutating func sales(_ count: Int) {
    var rows = (1...count).map { id -> ShopTables.Row in
      [
        "id": .integer(Int64(id)), "customer_order_id": order(), "product_id": product(),
        "customer_id": customer(), "warehouse_id": warehouse(), "order_date": date(),
        "quantity": quantity(), "unit_price": price(400), "unit_cost": price(200),
        "discount_applied": random.pick([
          .null, .integer(0), .real(12.5), .integer(25), .integer(50),
        ]),
      ]
    }
    rows[0]["order_date"] = .text(Self.now.iso)
    tables["sales_history"] = rows
  }

  private mutating func returns() {
    tables["returns"] = (1...40).map { id in
      [
        "id": .integer(Int64(id)),
        "sale_id": random.oneIn(8) ? .null : .integer(Int64(1 + random.below(270))),
        "product_id": product(), "customer_id": customer(), "return_date": date(),
        "quantity": quantity(),
        "refund_amount": random.oneIn(7) ? .null : .real(quarters(800)),
        "restocked": .integer(Int64(random.below(2))),
      ]
    }
  }

  private mutating func stock() {
    tables["stock_levels"] = (1...150).map { id in
      let product = random.oneIn(20) ? 777 : 1 + random.below(11)
      return [
        "id": .integer(Int64(id)), "product_id": .integer(Int64(product)),
        "warehouse_id": warehouse(),
        "quantity_on_hand": random.oneIn(15) ? .null : .integer(Int64(random.below(60)) - 3),
        "recorded_at": .text(day(before: 500).iso + (random.oneIn(3) ? " 18:00:00" : "")),
      ]
    }
  }

  private mutating func costs() {
    tables["costs"] = (1...30).map { id in
      [
        "id": .integer(Int64(id)), "cost_date": date(),
        "cost_type": .text(random.pick(["storage", "shipping", "fee", "purchase_price"])),
        "product_id": random.oneIn(3) ? .null : product(), "amount": .real(quarters(300)),
        "basis": .text(random.oneIn(4) ? "per_unit" : "total"),
      ]
    }
  }

  // MARK: - Values

  private mutating func quarters(_ most: Int) -> Double { Double(1 + random.below(most)) / 4 }

  private mutating func day(before days: Int) -> CalendarDay {
    Self.now.adding(days: -random.below(days))
  }

  /// Mostly a day of the last two years and more; sometimes with a time, sometimes no day at all.
  private mutating func date() -> Value {
    switch random.below(30) {
    case 0: .null
    case 1: .text(random.pick(["31/12/2023", "", "2023-02-30", "2024-13-01", "hier", "2023-1-5"]))
    case 2...6: .text(day(before: 840).iso + " 14:02:11")
    case 7: .text(random.pick(["2023-01-31", "2024-02-29", "2023-12-31", "2024-01-01"]))
    default: .text(day(before: 840).iso)
    }
  }

  private mutating func quantity() -> Value {
    switch random.below(30) {
    case 0: .null
    case 1: .text(random.pick(["n/a", "1-2", "2,5", "", "3 boîtes"]))
    case 2: .integer(-Int64(1 + random.below(4)))
    case 3: .real(29.5)
    default: .integer(Int64(1 + random.below(12)))
    }
  }

  private mutating func price(_ most: Int) -> Value {
    switch random.below(12) {
    case 0, 1: .null
    case 2: .text(random.pick(["12,50", "-", "gratuit"]))
    default: .real(quarters(most))
    }
  }

  private mutating func product() -> Value {
    random.oneIn(25) ? random.pick([.null, .integer(999)]) : .integer(Int64(1 + random.below(11)))
  }

  private mutating func customer() -> Value {
    random.oneIn(15) ? random.pick([.null, .integer(555)]) : .integer(Int64(1 + random.below(13)))
  }

  private mutating func order() -> Value {
    random.oneIn(10) ? random.pick([.null, .integer(4321)]) : .integer(Int64(1 + random.below(90)))
  }

  private mutating func warehouse() -> Value {
    random.oneIn(12) ? .null : .integer(Int64(1 + random.below(3)))
  }
}
