/// Something that a question can say a percentage for: the price, the weight of the lead time.
package struct AnalysisTerm: Hashable, Sendable {
  /// What its percentage is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A rise or a fall: −0.1 for "cut by 10 %".
    case change
    /// How much it counts among the others: 0.6 for "weight price 60 %".
    case weight
    /// A level by itself, whatever words stand beside it: 0.9 for "at 90 %".
    case level
  }

  package var name: String
  package var kind: Kind
  /// The words for it in both languages.
  package var words: [String]

  package init(name: String, kind: Kind, words: [String]) {
    self.name = name
    self.kind = kind
    self.words = words
  }
}
