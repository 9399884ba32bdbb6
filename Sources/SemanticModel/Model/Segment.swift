package import Values

/// A named part of the rows or of the things: "out of stock", "discounted", "inactive customers".
package struct Segment: Hashable, Sendable {
  package enum Scope: Hashable, Sendable {
    /// A condition on the rows of a dataset.
    case rows(dataset: String, condition: Expression)
    /// A condition on the figures of an entity: `stock_on_hand <= 0`. Names are metrics.
    case entity(dimension: String, condition: Expression)
  }

  package var name: String
  package var scope: Scope
  /// The figure listed with it when none is asked (stock value for dormant products).
  package var showing: [String]
  /// A duration in the question replaces the trailing days of its metrics ("not sold for 60 days").
  package var takesDuration: Bool
  /// Whether it tells how things stand now, so that "as of today" says nothing more.
  package var isState: Bool
  /// The segments that the same words mean of other things: late deliveries to us or by us, active suppliers or products.
  package var alternatives: [String]
  /// The segments no row is in at the same time: delivered late, on time, early.
  package var exclusive: [String]
  /// The metric that is this part of the whole: the late rate of late deliveries.
  package var rate: String?
  /// The metric that counts its rows: late orders for late deliveries.
  package var count: String?
  package var noun: Noun
  package var description: LocalizedText

  package init(
    name: String,
    scope: Scope,
    showing: [String],
    takesDuration: Bool,
    isState: Bool = false,
    alternatives: [String] = [],
    exclusive: [String] = [],
    rate: String? = nil,
    count: String? = nil,
    noun: Noun,
    description: LocalizedText
  ) {
    self.name = name
    self.scope = scope
    self.showing = showing
    self.takesDuration = takesDuration
    self.isState = isState
    self.alternatives = alternatives
    self.exclusive = exclusive
    self.rate = rate
    self.count = count
    self.noun = noun
    self.description = description
  }

  /// The dataset whose rows it is a part of; nil for parts of things.
  package var dataset: String? {
    if case .rows(let dataset, _) = scope { dataset } else { nil }
  }

  /// Whether no row in it passes one of these filters.
  package func contradicts(_ filters: [Filter]) -> Bool {
    filters.contains { filter in
      if case .segment(let other, _, false) = filter { exclusive.contains(other) } else { false }
    }
  }
}
