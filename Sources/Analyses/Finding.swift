package import SemanticModel
package import Values

/// One thing that an analysis found: the name of a sentence of the corpus and what fills its places.
package struct Finding: Hashable, Sendable {
  /// A key of the analysis's `findings`.
  package let name: String
  /// What stands in the {places} of the sentence.
  package let places: [String: Content]
  /// The query of the analysis it is a finding of, where another one takes it over.
  package private(set) var origin: Query?

  package init(_ name: String, _ places: [String: Content] = [:]) {
    self.name = name
    self.places = places
  }

  /// The same, told by an analysis that took it over from the one of a query.
  func taken(from query: Query) -> Finding {
    var taken = self
    taken.origin = origin ?? query
    return taken
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
    /// The same in the plural: « produits ».
    case things(Key)
    /// The noun of a figure.
    case metric(String)
    /// The noun of an analysis.
    case analysis(String)
    /// The noun of the analysis with its filters: « tableau de bord de la région Nord ».
    case title
    /// What a code of a column of the analysis says.
    case word(column: String, String)
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
    /// What something is set against: « contre 12 ».
    case against(Content)
    /// A member with what it is a member of: « fournisseur Alpes Informatique ».
    case named(Key, Content)
  }
}
