package import Values

/// All that a proposal may name: a few objects of the corpus that are like the question, and the times that it may be about.
///
/// No name of the data is in it, and nothing of persons.
package struct ProposalScope: Hashable, Sendable {
  /// An object, and what it is called in the language of the question.
  package struct Item: Hashable, Sendable {
    package let id: String
    package let noun: String

    package init(id: String, noun: String) {
      self.id = id
      self.noun = noun
    }
  }

  /// A time that can be named: its id, the words that say it, and its days.
  package struct Time: Hashable, Sendable {
    package let id: String
    package let words: String
    package let period: Period
  }

  package var figures: [Item] = []
  package var groups: [Item] = []
  package var states: [Item] = []
  package var analyses: [Item] = []
  package var times: [Time] = []
  /// The numbers that the question says.
  package var numbers: [Double] = []

  /// Units of time that figures can be split by.
  package static let grains: [Grain] = [.day, .week, .month, .quarter, .year]

  /// Whether there is nothing to ask for.
  package var isEmpty: Bool { figures.isEmpty && groups.isEmpty && analyses.isEmpty }
}
