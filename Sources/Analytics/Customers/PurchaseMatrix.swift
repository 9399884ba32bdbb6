/// Who bought what: customers and things by their numbers from 0, bought or not.
package struct PurchaseMatrix: Sendable {
  private let owned: Baskets

  /// - Parameters:
  ///   - rows: a customer and a thing each, in any order, repeated or not.
  ///   - customerCount: more than any number of a customer.
  ///   - thingCount: more than any number of a thing.
  package init(rows: [(customer: Int, thing: Int)], customerCount: Int, thingCount: Int) {
    owned = Baskets(
      rows: rows.map { (basket: $0.customer, thing: $0.thing) },
      basketCount: customerCount,
      thingCount: thingCount
    )
  }

  /// How many customers bought each thing.
  package var buyers: [Int] { owned.counts }

  /// What a customer bought.
  package func things(of customer: Int) -> [Int] { owned.things(of: customer).map(Int.init) }

  /// A thing proposed to a customer.
  package struct Proposal: Sendable, Hashable {
    package let thing: Int
    /// Σ of the weighted cosines with what the customer owns.
    package let score: Double
    /// What of it weighs most: the reason.
    package let nearest: Int
    /// Customers who bought both.
    package let sharedBuyers: Int
  }

  /// What customers who bought the same also bought, by the cosines of the columns.
  ///
  /// Item-based collaborative filtering (Sarwar et al. 2001): cos(i, j) = |Uᵢ ∩ Uⱼ| ÷ √(|Uᵢ| |Uⱼ|), each weighted by n ÷ (n + 2) for its n buyers in
  /// common, so that one customer's whim weighs little (significance weighting, Herlocker et al. 1999).
  ///
  /// - Returns: things that the customer does not own, the best first; none for a customer without purchases.
  package func proposals(for customer: Int) -> [Proposal] {
    proposals(beside: things(of: customer))
  }

  /// The same for a set of things.
  package func proposals(beside mine: [Int]) -> [Proposal] {
    let set = Set(mine)
    // Customers in common with each of my things, by the other thing.
    var shared: [Int: [Int: Int]] = [:]
    for customer in 0..<owned.count {
      let content = owned.things(of: customer)
      let common = content.filter { set.contains(Int($0)) }
      guard !common.isEmpty, common.count < content.count else { continue }
      for thing in content where !set.contains(Int(thing)) {
        for own in common { shared[Int(thing), default: [:]][Int(own), default: 0] += 1 }
      }
    }
    return shared.compactMap { thing, commons in proposal(thing, commons) }
      .sorted { ($1.score, $0.thing) < ($0.score, $1.thing) }
  }

  /// Buyers in common with which a cosine counts for half.
  private static let pull = 2.0

  private func proposal(_ thing: Int, _ commons: [Int: Int]) -> Proposal? {
    let reasons = commons.sorted { $0.key < $1.key }.map { own, count in
      let cosine = Double(count) / (Double(buyers[own]) * Double(buyers[thing])).squareRoot()
      return (own, count, weight: cosine * Double(count) / (Double(count) + Self.pull))
    }
    guard let nearest = reasons.max(by: { ($0.weight, $1.0) < ($1.weight, $0.0) }) else {
      return nil
    }
    return Proposal(
      thing: thing,
      score: reasons.reduce(0) { $0 + $1.weight },
      nearest: nearest.0,
      sharedBuyers: nearest.1
    )
  }

  /// A customer like another one.
  package struct Neighbour: Sendable, Hashable {
    package let customer: Int
    /// |A ∩ B| ÷ √(|A| |B|) of what both bought.
    package let cosine: Double
    package let shared: Int
  }

  /// The customers who bought most alike, by the cosine of the rows; the nearest first, those without anything in common
  /// left out.
  package func neighbours(of customer: Int) -> [Neighbour] {
    let mine = Set(owned.things(of: customer))
    guard !mine.isEmpty else { return [] }
    var found: [Neighbour] = []
    for other in 0..<owned.count where other != customer {
      let theirs = owned.things(of: other)
      let shared = theirs.count { mine.contains($0) }
      guard shared > 0 else { continue }
      let length = (Double(mine.count) * Double(theirs.count)).squareRoot()
      found.append(Neighbour(customer: other, cosine: Double(shared) / length, shared: shared))
    }
    return found.sorted {
      ($1.cosine, $1.shared, $0.customer) < ($0.cosine, $0.shared, $1.customer)
    }
  }
}
