/// What happens to an article over the three years, beyond its season.
enum Story: String {
  /// Demand grows or falls from year to year.
  case rising, declining
  /// Stops selling in the last months while stock remains.
  case dormant
  /// Bought far beyond need in the last autumn.
  case overstock
  /// Ordered too late, again and again.
  case shortage
  /// Its last deliveries never came.
  case empty
  /// Launched in the last quarter.
  case new
  /// On the shelf since a few days, not sold once.
  case never
  /// Withdrawn from the catalogue.
  case inactive
}

/// An article.
struct Product {
  /// Key, from 1.
  var id: Int
  /// Article code such as "FRO-004".
  var sku: String
  /// French name, unique.
  var name: String
  /// The shelf it stands on.
  var category: Category
  /// Finer shelf.
  var subcategory: String
  /// Positions in `Supplier.all` of who delivers it, and of who merely quoted a price.
  var supplier: Int
  var otherSupplier: Int?
  /// Today's selling price, in cents.
  var priceCents: Int
  /// Purchase cost in percent of the price at the start.
  var costPercent: Int
  /// Units in a carton; orders are multiples of it.
  var packSize: Int
  /// Relative number of sale lines.
  var popularity: Double
  /// What happens to it; nil for most.
  var story: Story?
  /// Days from order to expected delivery.
  var leadTime: Int
  /// Position of the first day of sale; negative for those sold before the history begins.
  var launch: Int
  /// Position of the day it was withdrawn.
  var withdrawal: Int?
  /// Positions in `Warehouse.all` of where it is kept, with its share of the stock.
  var warehouses: [Int]
  /// Change of demand in a year: 0.5 is half as much again.
  var yearlyTrend: Double
  /// How far the category's season applies, 0…1.
  var seasonality: Double
  /// Share of its lines that come back.
  var returnRate: Double
}

/// The articles of a demonstration.
struct Catalogue {
  /// By id, grouped by category in the order of `Category`.
  var products: [Product]
  /// Positions of each category's products.
  var ranges: [Range<Int>]

  /// The first articles of every category: all 25 at full scale, never fewer than 5.
  init(seed: UInt64, perCategory: Int) {
    var random = SplitMix64(seed: seed, stream: .catalogue)
    products = []
    ranges = []
    for category in Category.allCases {
      let start = products.count
      let lines = CatalogueTable.lines(of: category).split(separator: "\n")
      for line in lines.prefix(max(5, perCategory)) {
        let position = products.count - start
        products.append(
          Self.product(
            line,
            id: products.count + 1,
            position: position,
            of: category,
            &random
          )
        )
      }
      ranges.append(start..<products.count)
    }
  }

  /// The position of the article with this name, when the scale includes it.
  func position(named name: String) -> Int? {
    products.firstIndex { $0.name == name }
  }

  private static func product(
    _ line: Substring,
    id: Int,
    position: Int,
    of category: Category,
    _ random: inout SplitMix64
  ) -> Product {
    let fields = line.split(separator: "|").map { String($0.trimmed) }
    guard fields.count >= 6, let cents = cents(fields[2]), let cost = Int(fields[3]),
      let pack = Int(fields[4]), let popularity = Double(fields[5])
    else { preconditionFailure("not an article: \(line)") }
    let story = fields.count > 6 ? Story(rawValue: fields[6]) : nil
    precondition(fields.count == 6 || story != nil, "unknown story in: \(line)")
    let suppliers = Supplier.positions(of: category)
    let supplier =
      story == .inactive ? Supplier.former : suppliers[position % suppliers.count]
    let other = suppliers[(position + 1) % suppliers.count]
    let launch = launch(story, &random)
    return Product(
      id: id,
      sku: "\(category.code)-\(String(1001 + position).dropFirst())",
      name: fields[1],
      category: category,
      subcategory: fields[0],
      supplier: supplier,
      otherSupplier: random.chance(0.45) && other != supplier ? other : nil,
      priceCents: cents,
      costPercent: cost,
      packSize: pack,
      popularity: popularity * random.between(0.8, 1.2),
      story: story,
      leadTime: max(2, Supplier.all[supplier].leadTime + random.below(5) - 1),
      launch: launch,
      withdrawal: story == .inactive ? 420 + random.below(240) : nil,
      warehouses: warehouses(&random),
      yearlyTrend: trend(story, &random),
      seasonality: seasonality(fields[0]),
      returnRate: category.returnRate * (random.chance(0.05) ? 3.5 : random.between(0.6, 1.4))
    )
  }

  private static func launch(_ story: Story?, _ random: inout SplitMix64) -> Int {
    switch story {
    case .new: DemoCalendar.lastIndex - 25 - random.below(45)
    case .never: DemoCalendar.lastIndex - 11
    case .rising, .declining, .dormant, .overstock, .shortage, .empty, .inactive:
      -100 - random.below(1200)
    case nil: random.chance(0.08) ? 60 + random.below(800) : -30 - random.below(2600)
    }
  }

  private static func trend(_ story: Story?, _ random: inout SplitMix64) -> Double {
    switch story {
    case .rising: random.between(0.35, 0.5)
    case .declining: -random.between(0.24, 0.29)
    default: random.between(-0.04, 0.14)
    }
  }

  /// Refrigerators and wine coolers sell all year; fans and air conditioners do not.
  private static func seasonality(_ subcategory: String) -> Double {
    switch subcategory {
    case "Réfrigérateurs", "Congélateurs", "Caves à vin", "Traitement de l’air": 0.3
    default: 1
    }
  }

  /// One to three of the four, the largest one nearly always.
  private static func warehouses(_ random: inout SplitMix64) -> [Int] {
    var result = random.chance(0.9) ? [0] : []
    for other in 1...3 where result.count < 3 && random.chance(0.26) {
      result.append(other)
    }
    return result.isEmpty ? [1] : result
  }

  private static func cents(_ text: String) -> Int? {
    let parts = text.split(separator: ".")
    guard parts.count == 2, parts[1].count == 2, let units = Int(parts[0]), let rest = Int(parts[1])
    else { return nil }
    return units * 100 + rest
  }
}

extension Substring {
  /// Without spaces at either end.
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
