import Values

/// A buyer.
struct Customer {
  /// What the `segment` column holds.
  enum Segment: String {
    /// A household.
    case consumer = "Consumer"
    /// A company.
    case corporate = "Corporate"
    /// A household that works at home.
    case homeOffice = "Home Office"
  }

  /// Key, from 1.
  var id: Int
  /// A person’s or a company’s; not unique.
  var name: String
  /// Sort of buyer.
  var segment: Segment
  /// Unique address.
  var email: String
  /// Position in `City.all`.
  var city: Int
  /// Position of the day of registration; negative before the history.
  var registered: Int
  /// Position of the day after which they buy nothing; nil for those who stay.
  var departure: Int?
  /// Relative number of orders; 0 for those who never bought.
  var weight: Double
  /// The shelf most looked at.
  var favourite: Category
  /// Whether returns are a habit.
  var sendsBack: Bool

  /// The buyers of a demonstration.
  static func all(seed: UInt64, count: Int) -> [Customer] {
    var random = SplitMix64(seed: seed, stream: .customers)
    var addresses: [String: Int] = [:]
    var customers = (1...count).map { customer(id: $0, &random, &addresses) }
    // Ids follow registration, as a shop's own numbering would.
    let dates = customers.map(\.registered).sorted()
    for position in customers.indices {
      customers[position].registered = dates[position]
      customers[position].departure = departure(registered: dates[position], &random)
    }
    return customers
  }

  private static func customer(
    id: Int,
    _ random: inout SplitMix64,
    _ addresses: inout [String: Int]
  ) -> Customer {
    let segment: Segment = random.weighted([(.consumer, 62), (.corporate, 23), (.homeOffice, 15)])
    let name = name(segment, &random)
    let heavy = 1 / (0.12 + random.unit())
    return Customer(
      id: id,
      name: name,
      segment: segment,
      email: email(name, &addresses),
      city: random.weighted(City.all.indices.map { (value: $0, weight: City.all[$0].weight) }),
      registered: random.chance(0.64) ? -1 - random.below(1450) : random.below(1075),
      departure: nil,
      weight: random.chance(0.025) ? 0 : heavy * (segment == .corporate ? 1.5 : 1),
      favourite: random.pick(Category.allCases),
      sendsBack: random.chance(0.015)
    )
  }

  /// A fifth of the older customers leave, all of them more than a year before the last day.
  private static func departure(registered: Int, _ random: inout SplitMix64) -> Int? {
    let latest = DemoCalendar.lastIndex - 370
    guard registered < latest - 120, random.chance(0.22) else { return nil }
    let earliest = max(150, registered + 60)
    return earliest + random.below(latest - earliest)
  }

  private static func name(_ segment: Segment, _ random: inout SplitMix64) -> String {
    // Squaring the draw favours the head of the list: common family names come back.
    let draw = random.unit()
    let last = NameLists.last[Int(draw * (0.35 + 0.65 * draw) * Double(NameLists.last.count))]
    guard segment == .corporate else { return "\(random.pick(NameLists.first)) \(last)" }
    return random.chance(0.6)
      ? "\(random.pick(NameLists.companies)) \(last)" : "\(last) \(random.pick(NameLists.suffixes))"
  }

  private static func email(_ name: String, _ addresses: inout [String: Int]) -> String {
    var local = ""
    for character in Fold.fold(name) where character != "&" {
      if character.isLetter { local.append(character) } else if local.last != "." { local += "." }
    }
    let seen = (addresses[local] ?? 0) + 1
    addresses[local] = seen
    return "\(local)\(seen == 1 ? "" : String(seen))@example.com"
  }
}
