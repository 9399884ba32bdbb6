/// A place of a sentence whose content a model puts somewhere, and neither sees nor makes: `{{v1}}`.
package struct Slot: Hashable, Sendable {
  /// What kind of thing stands in it.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case amount, count, percent, number, days, date, text
    /// The days counted, with their preposition: « en 2018 ».
    case period
    /// What is counted only, with its preposition: « de la catégorie Furniture ».
    case restriction
    /// What the figures are split by: « par mois ».
    case grouping
    /// A name of the data.
    case name
    /// A name or a time with its figure: « novembre 2018 (118 447,83 €) ».
    case point
    /// How sure a figure is: « entre 60 et 90 quatre fois sur cinq ».
    case interval
  }

  /// Where it may stand.
  package enum Freedom: Hashable, Sendable {
    /// In its place among the others.
    case fixed
    /// Beside the first figure: another one of its kind belongs to the next.
    case near
    /// Anywhere up to the end of its sentence.
    case free
  }

  /// Which way a figure went.
  package enum Direction: Hashable, Sendable {
    case up, down

    /// That of a difference; nil for none.
    package init?(_ difference: Double) {
      guard difference != 0, !difference.isNaN else { return nil }
      self = difference > 0 ? .up : .down
    }
  }

  /// "v1", without braces.
  package var name: String
  package var kind: Kind
  /// What it is called, in the language of the draft: « chiffre d'affaires »; empty where nothing is known.
  package var meaning: String
  /// What is shown in its place.
  package var text: String
  /// What is shown where it begins a sentence: « pour la catégorie Furniture »; nil for the same.
  package var leading: String?
  package var direction: Direction?
  /// Whether it holds names of persons, which no model may see.
  package var isPersonal = false
  package var freedom = Freedom.fixed

  package init(
    _ name: String,
    _ kind: Kind,
    meaning: String = "",
    text: String,
    leading: String? = nil,
    direction: Direction? = nil,
    isPersonal: Bool = false,
    freedom: Freedom = .fixed
  ) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.text = text
    self.leading = leading
    self.direction = direction
    self.isPersonal = isPersonal
    self.freedom = freedom
  }

  /// "{{v1}}".
  package var placeholder: String { "{{\(name)}}" }
}
