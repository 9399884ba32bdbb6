import SemanticModel
import Values

/// The rows of a shop as things a loop can add up: what the contract says of them, written without SQL.
struct NaiveShop {
  /// A sale, a return or a level of stock.
  struct Fact {
    var day: CalendarDay?
    /// Dimension → key; absent where unknown.
    var keys: [String: Value] = [:]
    /// Figures of the row; absent where unknown.
    var numbers: [String: Double] = [:]
    /// Things counted once however often they occur.
    var things: [String: Value] = [:]
  }

  private(set) var facts: [String: [Fact]] = [:]
  /// Dimension → key → name, for those that are shown by a name.
  private(set) var names: [String: [Value: Value]] = [:]

  private let products: [Value: ShopTables.Row]
  private let customers: [Value: ShopTables.Row]
  private let orders: [Value: ShopTables.Row]
  private let sales: [Value: ShopTables.Row]
  private let warehouses: [Value: ShopTables.Row]

  init(_ tables: ShopTables) {
    products = Self.byID(tables["products"])
    customers = Self.byID(tables["customers"])
    orders = Self.byID(tables["customer_orders"])
    sales = Self.byID(tables["sales_history"])
    warehouses = Self.byID(tables["warehouses"])
    names["product"] = products.compactMapValues { $0["name"] }
    names["customer"] = customers.compactMapValues { $0["name"] }
    names["warehouse"] = warehouses.compactMapValues { $0["name"] }
    facts["sales"] = tables["sales_history"].compactMap(sale)
    facts["returns"] = tables["returns"].map(returned)
    facts["stock"] = newestLevels(tables["stock_levels"]).map(level)
  }

  private static func byID(_ rows: [ShopTables.Row]) -> [Value: ShopTables.Row] {
    var result: [Value: ShopTables.Row] = [:]
    for row in rows { if let id = row["id"] { result[id] = row } }
    return result
  }

  // MARK: - Rows

  private func sale(_ row: ShopTables.Row) -> Fact? {
    let order = orders[row["customer_order_id"] ?? .null]
    if let status = order?["status"]?.text, ["cancelled", "suspected_fraud"].contains(status) {
      return nil
    }
    let product = products[row["product_id"] ?? .null]
    let customer = customers[row["customer_id"] ?? .null]
    var fact = Fact(day: Self.day(row["order_date"]))
    fact.numbers["quantity"] = row["quantity"]?.number
    fact.numbers["discount"] = row["discount_applied"]?.number ?? 0
    if let quantity = row["quantity"]?.number {
      if let price = row["unit_price"]?.number ?? product?["unit_price"]?.number {
        fact.numbers["amount"] =
          quantity * price * (1 - (row["discount_applied"]?.number ?? 0) / 100)
      }
      if let cost = row["unit_cost"]?.number ?? product?["unit_cost"]?.number {
        fact.numbers["cost"] = quantity * cost
      }
    }
    fact.things["customer"] = Self.known(row["customer_id"])
    fact.things["order"] = Self.known(row["customer_order_id"])
    fact.keys = Self.known([
      "product": product?["id"], "category": product?["category"],
      "subcategory": product?["subcategory"],
      "customer": customer?["id"], "segment": customer?["segment"], "city": customer?["city"],
      "region": Self.known(order?["region"]) ?? customer?["region"], "channel": order?["channel"],
      "warehouse": warehouses[row["warehouse_id"] ?? .null]?["id"],
    ])
    return fact
  }

  private func returned(_ row: ShopTables.Row) -> Fact {
    let sale = sales[row["sale_id"] ?? .null]
    let order = orders[sale?["customer_order_id"] ?? .null]
    let product = products[row["product_id"] ?? .null]
    let customer = customers[row["customer_id"] ?? .null]
    var fact = Fact(day: Self.day(row["return_date"]))
    fact.numbers["quantity"] = row["quantity"]?.number
    fact.numbers["refund"] = row["refund_amount"]?.number
    fact.keys = Self.known([
      "product": product?["id"], "category": product?["category"],
      "subcategory": product?["subcategory"],
      "customer": customer?["id"], "segment": customer?["segment"], "city": customer?["city"],
      "region": Self.known(order?["region"]) ?? customer?["region"], "channel": order?["channel"],
      "warehouse": warehouses[sale?["warehouse_id"] ?? .null]?["id"],
    ])
    return fact
  }

  /// The last row of each product and warehouse, by moment, then by id.
  private func newestLevels(_ rows: [ShopTables.Row]) -> [ShopTables.Row] {
    var newest: [[Value]: ShopTables.Row] = [:]
    for row in rows.sorted(by: { ($0["id"]?.number ?? 0) < ($1["id"]?.number ?? 0) }) {
      let place = [row["product_id"] ?? .null, row["warehouse_id"] ?? .null]
      let moment = row["recorded_at"]?.text ?? ""
      if let other = newest[place]?["recorded_at"]?.text, other > moment { continue }
      newest[place] = row
    }
    return Array(newest.values)
  }

  private func level(_ row: ShopTables.Row) -> Fact {
    let product = products[row["product_id"] ?? .null]
    var fact = Fact(day: nil)
    fact.numbers["level"] = row["quantity_on_hand"]?.number
    fact.keys = Self.known([
      "product": product?["id"], "category": product?["category"],
      "subcategory": product?["subcategory"],
      "warehouse": Self.known(row["warehouse_id"]),
    ])
    return fact
  }

  // MARK: - Values

  private static func known(_ value: Value?) -> Value? { value?.isNull == false ? value : nil }

  private static func known(_ values: [String: Value?]) -> [String: Value] {
    values.compactMapValues { known($0) }
  }

  private static func day(_ value: Value?) -> CalendarDay? {
    guard let text = value?.text, text.count == 10 || " T".contains(text.dropFirst(10).first ?? "x")
    else { return nil }
    return CalendarDay(iso: text)
  }
}
