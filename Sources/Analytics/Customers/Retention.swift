/// Which part of the customers who began in one unit of time came back in the units after it.
package struct Retention: Sendable {
  /// Customers who began in the same unit.
  package struct Cohort: Sendable, Hashable {
    /// The unit they began in.
    package let start: Int
    package let customers: Int
    /// Customers with an order so many units later, from 0; as many entries as units have passed.
    package let active: [Int]

    /// The part that came back so many units later; nil where that unit has not passed yet.
    package func rate(after units: Int) -> Double? {
      active.indices.contains(units) ? Double(active[units]) / Double(customers) : nil
    }
  }

  /// The oldest first; units in which nobody began have none.
  package let cohorts: [Cohort]

  /// - Parameters:
  ///   - units: for each customer the units in which he ordered, by their numbers, in any order.
  ///   - lastUnit: the last unit that is over.
  package init(_ units: [[Int]], until lastUnit: Int) {
    var active: [Int: [Int]] = [:]
    for customer in units {
      guard let start = customer.min(), start <= lastUnit else { continue }
      for unit in Set(customer) where unit <= lastUnit {
        active[start, default: [Int](repeating: 0, count: lastUnit - start + 1)][unit - start] += 1
      }
    }
    cohorts = active.sorted { $0.key < $1.key }.map {
      Cohort(start: $0.key, customers: $0.value[0], active: $0.value)
    }
  }

  /// The part of all customers that came back so many units later, over the cohorts that are old enough; nil without any.
  package func rate(after units: Int) -> Double? {
    let old = cohorts.filter { $0.active.indices.contains(units) }
    let customers = old.reduce(0) { $0 + $1.customers }
    guard customers > 0 else { return nil }
    return Double(old.reduce(0) { $0 + $1.active[units] }) / Double(customers)
  }
}
