package import SemanticModel
package import Values

/// One thing that an analysis found: the name of a sentence of the corpus and what fills its places.
package struct Finding: Hashable, Sendable {
  /// A key of the analysis's `findings`.
  package let name: String
  /// What stands in the {places} of the sentence.
  package let places: [String: Content]

  package init(_ name: String, _ places: [String: Content] = [:]) {
    self.name = name
    self.places = places
  }

  /// What fills a place, without language.
  package indirect enum Content: Hashable, Sendable {
    /// A figure with its unit.
    case figure(Value, Metric.Unit)
    /// A difference, shown with its sign.
    case difference(Double, Metric.Unit)
    /// A relative change, a fraction, shown with its sign.
    case change(Double)
    /// A member of a dimension or a unit of time.
    case member(Value, Key)
    /// The noun of a dimension or a unit of time.
    case key(Key)
    case period(Period)
    /// The period as it stands in a sentence: « en avril 2026 », "from 1 April to 15 May 2026".
    case within(Period)
    /// What was looked into, with its filters: « chiffre d'affaires de la région Nord ».
    case subject
    case text(LocalizedText)
    /// Several, joined by « et » / "and".
    case list([Content])
    /// The first with the others in parentheses: « Climatisation (−9 000 €, 73 %) ».
    case detailed(Content, [Content])
    /// A member with what it is a member of: « fournisseur Alpes Informatique ».
    case named(Key, Content)
  }
}
