package import Values

/// The template sentences of an answer with everything of the data taken out: what a model may reword.
///
/// « Le chiffre d'affaires {{v1}} {{v2}} est de {{v3}}. »
package struct Draft: Hashable, Sendable {
  package var tongue: Tongue
  /// With placeholders, each slot's once.
  package var text: String
  /// In order of their places.
  package var slots: [Slot]
  /// Names of figures that stand in the text and must stay whole: « chiffre d'affaires ».
  package var terms: [String]
  /// Whether the figures are of a time that is over.
  package var isPast: Bool

  package init(
    _ tongue: Tongue,
    text: String,
    slots: [Slot],
    terms: [String] = [],
    isPast: Bool = false
  ) {
    self.tongue = tongue
    self.text = text
    self.slots = slots
    self.terms = terms
    self.isPast = isPast
  }

  /// The slot of a name.
  package subscript(_ name: String) -> Slot? { slots.first { $0.name == name } }
}
