/// What delivered orders say of an order just placed, from what is known then: a table of groups, each drawn to the wider one.
///
/// The known factors are put in the order of what they tell. Beginning with all orders, each further factor narrows the
/// group; a narrow group of n orders counts n against `pull` orders of the wider one (the m-estimate of
/// Cestnik, 1990, "Estimating probabilities"). So small groups say no more than they can.
package struct DeliveryModel: Sendable {
  /// Orders of the wider group that a narrower one is weighed against.
  package static let pull = 40.0
  /// Factors that explain less of the variance than this are left out.
  private static let leastWeight = 0.0005
  /// Factors of a chain.
  private static let mostFactors = 4

  /// The factors, those that tell most first.
  package let factors: [DeliveryFactor]
  /// All orders, whatever is known of them.
  package let count: Double
  /// Late rate of all orders; nil where none has a schedule.
  package let baseRate: Double?
  private let cases: [DeliveryCase]

  package init(_ cases: [DeliveryCase]) {
    self.cases = cases
    factors = DeliveryFactor.ranked(cases)
    var all = DeliveryCell()
    for delivery in cases { all.add(delivery) }
    count = all.count
    baseRate = all.lateRate
  }

  /// The factors used for orders of which these are known.
  package func used(of known: Set<Int>) -> [Int] {
    Array(
      factors.filter { known.contains($0.index) && $0.weight >= Self.leastWeight }
        .prefix(Self.mostFactors).map(\.index)
    )
  }

  /// The table for orders of which these factors are known.
  package func table(of known: Set<Int>) -> DeliveryTable {
    DeliveryTable(cases, chain: used(of: known))
  }
}

/// Groups of delivered orders, narrowed factor by factor.
package struct DeliveryTable: Sendable {
  private let chain: [Int]
  /// The cells of each depth by their levels so far; the first is all orders.
  private var cells: [[[Int]: DeliveryCell]]

  init(_ cases: [DeliveryCase], chain: [Int]) {
    self.chain = chain
    cells = Array(repeating: [:], count: chain.count + 1)
    // Cases of the same levels and days are one for the table.
    for delivery in cases {
      var path: [Int] = []
      cells[0][path, default: DeliveryCell()].add(delivery)
      for (depth, factor) in chain.enumerated() {
        guard let level = delivery.levels[factor] else { break }
        path.append(level)
        cells[depth + 1][path, default: DeliveryCell()].add(delivery)
      }
    }
  }

  /// What the groups say of an order with these levels; nil without any delivered order.
  package func outlook(of levels: [Int?]) -> DeliveryOutlook? {
    guard let all = cells[0][[]], all.count > 0 else { return nil }
    var chances = all.histogram.mapValues { $0 / all.count }
    var late = all.lateRate
    var support = all.count
    var path: [Int] = []
    for (depth, factor) in chain.enumerated() {
      guard let level = levels[factor] else { break }
      path.append(level)
      guard let cell = cells[depth + 1][path] else { break }
      let weight = cell.count + DeliveryModel.pull
      for days in Set(chances.keys).union(cell.histogram.keys) {
        chances[days] =
          ((cell.histogram[days] ?? 0) + DeliveryModel.pull * (chances[days] ?? 0)) / weight
      }
      late = late.map {
        (cell.late + DeliveryModel.pull * $0) / (cell.scheduled + DeliveryModel.pull)
      }
      support = cell.count
    }
    return DeliveryOutlook(
      chances: chances.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      lateChance: late,
      support: support
    )
  }
}
