import Values

/// The shop at work: every day goods come in, customers order, parcels leave, shelves are refilled.
///
/// One pass over the days keeps sales, stock, purchases and returns consistent with each other.
struct Simulation {
  /// What is sold.
  let catalogue: Catalogue
  /// Who buys.
  let customers: [Customer]
  /// What is discounted when.
  let promotions: Promotions
  /// What everything cost and costs.
  let prices: PriceBook
  /// What is wanted when.
  let demand: Demand
  /// Customers’ orders, oldest first.
  private(set) var orders: [CustomerOrder] = []
  /// Their lines, in the same order.
  private(set) var sales: [Sale] = []
  /// Goods sent back, in the order of their sales.
  private(set) var returns: [Return] = []
  /// The shelves, with all that happened to them.
  private(set) var stock: Stock
  /// The buyer’s desk, with all its orders.
  private(set) var purchasing: Purchasing
  /// Units sold in orders that count, product after product, `DemoCalendar.dayCount` days each.
  private(set) var unitsSold: [Int]

  private let companions: [(companion: Int, share: Double)?]
  /// Positions of the returns that reach the shelf on each day.
  private var restocked: [[Int]]
  private var crowd = Crowd()
  private var random: SplitMix64
  private var deliveryRandom: SplitMix64
  private var returnRandom: SplitMix64

  /// Plays the three years.
  ///
  /// - Parameters:
  ///   - seed: what all chance is drawn from.
  ///   - scale: 1 for the whole shop; less for fewer articles, customers and orders.
  init(seed: UInt64, scale: Double) {
    precondition(scale > 0 && scale <= 1, "a scale is above 0 and at most 1")
    catalogue = Catalogue(seed: seed, perCategory: Int((25 * scale.squareRoot()).rounded()))
    customers = Customer.all(seed: seed, count: max(120, Int(2000 * scale)))
    promotions = Promotions(seed: seed, catalogue: catalogue)
    companions = Companions.links(in: catalogue)
    prices = PriceBook(seed: seed, catalogue: catalogue)
    demand = Demand(
      seed: seed,
      catalogue: catalogue,
      promotions: promotions,
      companions: companions,
      linesPerDay: Self.linesPerDay * scale
    )
    stock = Stock(seed: seed, catalogue: catalogue)
    purchasing = Purchasing(seed: seed, catalogue: catalogue, prices: prices)
    unitsSold = [Int](repeating: 0, count: catalogue.products.count * DemoCalendar.dayCount)
    restocked = [[Int]](repeating: [], count: DemoCalendar.dayCount)
    random = SplitMix64(seed: seed, stream: .orders)
    deliveryRandom = SplitMix64(seed: seed, stream: .delivery)
    returnRandom = SplitMix64(seed: seed, stream: .returns)
    openShop()
    for day in 0..<DemoCalendar.dayCount {
      play(day)
    }
  }

  /// Lines ordered on an average day of the whole shop.
  private static let linesPerDay = 246.0

  private static let lineCounts: [(value: Int, weight: Double)] = [
    (1, 20), (2, 23), (3, 21), (4, 16), (5, 10), (6, 7), (8, 3),
  ]

  /// Mean of `lineCounts`.
  private static let linesPerOrder =
    lineCounts.reduce(0) { $0 + Double($1.value) * $1.weight }
    / lineCounts.reduce(0) { $0 + $1.weight }

  private mutating func openShop() {
    for product in catalogue.products where product.launch <= 0 {
      let target = Purchasing.target(product, day: 0, demand: demand)
      let quantity = Int(Double(target) * random.between(0.7, 1.1))
      stock.spread(product: product.id - 1, quantity: quantity, day: 0, reason: "stock initial")
    }
  }

  private mutating func play(_ day: Int) {
    purchasing.receive(day: day, into: &stock)
    for position in restocked[day] {
      let back = returns[position]
      let sale = sales[back.sale]
      stock.receive(
        product: sale.product,
        warehouse: sale.warehouse,
        quantity: back.quantity,
        day: day,
        reason: "retour client"
      )
    }
    takeOrders(day)
    purchasing.order(day: day, demand: demand, stock: stock)
    if DemoCalendar.isCountingDay(day) { stock.count(day: day) }
  }

  private mutating func takeOrders(_ day: Int) {
    crowd.gather(customers, day: day)
    var sums: [Double] = []
    sums.reserveCapacity(catalogue.products.count)
    var total = 0.0
    for product in catalogue.products.indices {
      total += demand.wanted[product * demand.dayCount + day]
      sums.append(total)
    }
    let count = random.count(around: total / Self.linesPerOrder)
    let moments = (0..<count).map { _ in
      let channel = Channel.draw(day: day, &random)
      return (channel: channel, second: channel.second(&random))
    }
    for moment in moments.sorted(by: { $0.second < $1.second }) {
      takeOrder(day, moment.channel, moment.second, wants: sums)
    }
  }

  private mutating func takeOrder(
    _ day: Int,
    _ channel: Channel,
    _ second: Int,
    wants sums: [Double]
  ) {
    let buyer = crowd.draw(&random)
    let customer = customers[buyer]
    let isGift = random.chance(0.03)
    let city = isGift ? random.below(City.all.count) : customer.city
    var lines: [Sale] = []
    for product in basket(day, customer, sums) {
      if let line = line(product, day, customer, city) { lines.append(line) }
    }
    guard !lines.isEmpty else { return }
    let amount = lines.reduce(0) { $0 + $1.quantity * $1.priceCents * (100 - $1.discount) / 100 }
    let delivery = Delivery(
      day: day,
      second: second,
      city: city,
      amountCents: amount,
      &deliveryRandom
    )
    let order = CustomerOrder(
      customer: buyer,
      day: day,
      second: second,
      channel: channel,
      payment: Payment.draw(customer.segment, &random),
      city: city,
      delivery: delivery,
      status: delivery.status(day: day, &deliveryRandom)
    )
    orders.append(order)
    for line in lines { book(line, of: order, customer) }
  }

  /// The articles of one order, each once.
  private mutating func basket(_ day: Int, _ customer: Customer, _ sums: [Double]) -> [Int] {
    var basket: [Int] = []
    let favourites = catalogue.ranges[customer.favourite.rawValue]
    let below = favourites.lowerBound == 0 ? 0 : sums[favourites.lowerBound - 1]
    let hasFavourites = sums[favourites.upperBound - 1] > below
    for _ in 0..<random.weighted(Self.lineCounts) {
      let range = hasFavourites && random.chance(0.12) ? favourites : sums.indices
      let product = random.index(inCumulative: sums, from: range.lowerBound, to: range.upperBound)
      guard !basket.contains(product) else { continue }
      basket.append(product)
      if let link = companions[product], random.chance(link.share),
        demand.wanted[link.companion * demand.dayCount + day] > 0,
        !basket.contains(link.companion)
      {
        basket.append(link.companion)
      }
    }
    return basket
  }

  /// One line as the warehouses can serve it; nil when the article has run out.
  private mutating func line(
    _ product: Int,
    _ day: Int,
    _ customer: Customer,
    _ city: Int
  ) -> Sale? {
    var wanted = random.weighted(catalogue.products[product].category.quantities)
    if customer.segment == .corporate && random.chance(0.4) { wanted *= 2 }
    let nearest = City.all[city].nearest
    guard let source = stock.source(product: product, quantity: wanted, nearest: nearest)
    else { return nil }
    let promotion = promotions.percent(product: product, day: day)
    let isNegotiated =
      promotion == 0 && customer.segment == .corporate && random.chance(0.25)
    return Sale(
      order: orders.count,
      product: product,
      warehouse: source.warehouse,
      day: day,
      quantity: source.quantity,
      priceCents: prices.price(product: product, day: day),
      costCents: prices.cost(product: product, day: day),
      discount: isNegotiated ? 5 + 5 * random.below(2) : promotion,
      isPromotion: promotion > 0
    )
  }

  private mutating func book(_ line: Sale, of order: CustomerOrder, _ customer: Customer) {
    sales.append(line)
    guard !order.status.isVoid else { return }
    stock.take(
      product: line.product,
      warehouse: line.warehouse,
      quantity: line.quantity,
      isShipped: order.status.hasLeft
    )
    unitsSold[line.product * DemoCalendar.dayCount + line.day] += line.quantity
    guard order.status == .delivered,
      let back = Return.draw(
        of: line,
        at: sales.count - 1,
        product: catalogue.products[line.product],
        customer: customer,
        delivery: order.delivery,
        &returnRandom
      )
    else { return }
    if back.isRestocked { restocked[back.day].append(returns.count) }
    returns.append(back)
  }
}

/// The customers who may order on a day, companies mostly on working days.
private struct Crowd {
  private var month = -1
  private var members: [Int] = []
  private var sums: [Double] = []

  /// Looks again at who is there on the first day of each month and around weekends.
  mutating func gather(_ customers: [Customer], day: Int) {
    let date = DemoCalendar.day(at: day)
    let isWeekend = date.weekday > 5
    let key = date.month * 2 + (isWeekend ? 1 : 0)
    guard key != month else { return }
    month = key
    members = []
    sums = []
    var total = 0.0
    for (position, customer) in customers.enumerated() where customer.weight > 0 {
      let stays = customer.departure.map { day <= $0 } ?? true
      guard customer.registered <= day, stays else { continue }
      total += customer.weight * (isWeekend && customer.segment == .corporate ? 0.25 : 1)
      members.append(position)
      sums.append(total)
    }
  }

  /// One of them, by weight.
  func draw(_ random: inout SplitMix64) -> Int {
    members[random.index(inCumulative: sums)]
  }
}
