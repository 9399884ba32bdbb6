/// What lies in the warehouses, day after day.
struct Stock {
  /// A count of one article in one warehouse, in the evening of a day.
  struct Snapshot {
    var product: Int
    var warehouse: Int
    var day: Int
    var onHand: Int
    /// On hand less what is promised to orders not shipped yet.
    var available: Int
  }

  /// Units that came in or went out.
  struct Movement {
    /// What the `kind` column holds.
    enum Kind: String {
      case input = "in"
      case output = "out"
      case adjustment, transfer
    }

    var product: Int
    var warehouse: Int
    var day: Int
    var kind: Kind
    /// Signed: what leaves is negative.
    var quantity: Int
    var reason: String
    /// Position of the replenishment order it comes from.
    var purchase: Int?
    var counterpart: Int?
  }

  private let catalogue: Catalogue
  private let warehouseCount = Warehouse.all.count
  /// Units free to sell, by product and warehouse.
  private var free: [Int]
  /// Units promised to orders that wait for shipment, by product and warehouse.
  private var reserved: [Int]
  /// Units sold since the last count, by product and warehouse.
  private var sold: [Int]
  /// Whether the warehouse has ever received the product.
  private var isOpen: [Bool]
  /// All movements, in the order they were noted.
  private(set) var movements: [Movement] = []
  /// All counts, oldest first.
  private(set) var snapshots: [Snapshot] = []
  private var random: SplitMix64

  /// Empty shelves.
  init(seed: UInt64, catalogue: Catalogue) {
    self.catalogue = catalogue
    let cells = catalogue.products.count * warehouseCount
    free = [Int](repeating: 0, count: cells)
    reserved = free
    sold = free
    isOpen = [Bool](repeating: false, count: cells)
    random = SplitMix64(seed: seed, stream: .stock)
  }

  /// Units of a product that can be sold, all warehouses together.
  func free(product: Int) -> Int {
    let row = product * warehouseCount
    return free[row..<(row + warehouseCount)].reduce(0, +)
  }

  /// Units of a product that are there, promised ones included.
  func onHand(product: Int) -> Int {
    let row = product * warehouseCount
    return free(product: product) + reserved[row..<(row + warehouseCount)].reduce(0, +)
  }

  /// Where units can be taken and how many of them: the nearest warehouse that has them all, else
  /// the nearest that has some; nil when there is none left.
  func source(
    product: Int,
    quantity: Int,
    nearest: [Int]
  ) -> (warehouse: Int, quantity: Int)? {
    let row = product * warehouseCount
    if let full = nearest.first(where: { free[row + $0] >= quantity }) { return (full, quantity) }
    guard let some = nearest.first(where: { free[row + $0] > 0 }) else { return nil }
    return (some, free[row + some])
  }

  /// Takes units out for a customer, or sets them aside while the order waits.
  mutating func take(product: Int, warehouse: Int, quantity: Int, isShipped: Bool) {
    let cell = product * warehouseCount + warehouse
    precondition(free[cell] >= quantity, "stock never goes below zero")
    free[cell] -= quantity
    if isShipped { sold[cell] += quantity } else { reserved[cell] += quantity }
  }

  /// Brings units into one warehouse.
  mutating func receive(
    product: Int,
    warehouse: Int,
    quantity: Int,
    day: Int,
    reason: String,
    purchase: Int? = nil
  ) {
    guard quantity > 0 else { return }
    let cell = product * warehouseCount + warehouse
    free[cell] += quantity
    isOpen[cell] = true
    movements.append(
      Movement(
        product: product,
        warehouse: warehouse,
        day: day,
        kind: .input,
        quantity: quantity,
        reason: reason,
        purchase: purchase
      )
    )
  }

  /// Brings units into all the warehouses that keep the product, by their share.
  mutating func spread(
    product: Int,
    quantity: Int,
    day: Int,
    reason: String,
    purchase: Int? = nil
  ) {
    let warehouses = catalogue.products[product].warehouses
    var rest = quantity
    var shares = warehouses.reduce(0) { $0 + Warehouse.all[$1].share }
    for warehouse in warehouses {
      let part = Int((Double(rest) * Warehouse.all[warehouse].share / shares).rounded())
      receive(
        product: product,
        warehouse: warehouse,
        quantity: part,
        day: day,
        reason: reason,
        purchase: purchase
      )
      rest -= part
      shares -= Warehouse.all[warehouse].share
    }
  }

  /// The weekly count: losses are found, shelves evened out, sales booked, quantities noted.
  mutating func count(day: Int) {
    for product in catalogue.products.indices {
      balance(product, day)
      for warehouse in catalogue.products[product].warehouses {
        let cell = product * warehouseCount + warehouse
        guard isOpen[cell] else { continue }
        adjust(product, warehouse, day)
        bookSales(product, warehouse, day)
        snapshots.append(
          Snapshot(
            product: product,
            warehouse: warehouse,
            day: day,
            onHand: free[cell] + reserved[cell],
            available: free[cell]
          )
        )
      }
    }
  }

  private mutating func bookSales(_ product: Int, _ warehouse: Int, _ day: Int) {
    let cell = product * warehouseCount + warehouse
    guard sold[cell] > 0 else { return }
    movements.append(
      Movement(
        product: product,
        warehouse: warehouse,
        day: day,
        kind: .output,
        quantity: -sold[cell],
        reason: "vente"
      )
    )
    sold[cell] = 0
  }

  /// Sometimes the shelf holds something else than the books say.
  private mutating func adjust(_ product: Int, _ warehouse: Int, _ day: Int) {
    guard random.chance(0.009) else { return }
    let cell = product * warehouseCount + warehouse
    let spoils = catalogue.products[product].category == .cleaning
    let reason = random.weighted([
      ("casse", 44), ("vol", 22), ("péremption", spoils ? 60 : 0), ("inventaire", 30),
    ])
    let size = 1 + random.below(max(2, free[cell] / 12))
    let isGain = reason == "inventaire" && random.chance(0.45)
    let quantity = isGain ? min(size, 3) : -min(size, free[cell])
    guard quantity != 0 else { return }
    free[cell] += quantity
    movements.append(
      Movement(
        product: product,
        warehouse: warehouse,
        day: day,
        kind: .adjustment,
        quantity: quantity,
        reason: reason
      )
    )
  }

  /// An empty shelf is filled from a warehouse that has plenty, at times.
  private mutating func balance(_ product: Int, _ day: Int) {
    let row = product * warehouseCount
    let warehouses = catalogue.products[product].warehouses
    guard let empty = warehouses.first(where: { isOpen[row + $0] && free[row + $0] == 0 }),
      let full = warehouses.max(by: { free[row + $0] < free[row + $1] }),
      free[row + full] >= 6, random.chance(0.6)
    else { return }
    let quantity = free[row + full] / 3
    free[row + full] -= quantity
    free[row + empty] += quantity
    for (from, to, signed) in [(full, empty, -quantity), (empty, full, quantity)] {
      movements.append(
        Movement(
          product: product,
          warehouse: from,
          day: day,
          kind: .transfer,
          quantity: signed,
          reason: "rééquilibrage",
          counterpart: to
        )
      )
    }
  }
}
