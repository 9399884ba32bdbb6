/// A noun with its complements and what articles and verbs must agree with.
struct NounPhrase: Hashable, Sendable {
  /// Without article: « chiffre d'affaires de la catégorie Furniture en 2018 ».
  var text: String
  /// French gender of the head noun.
  var isFeminine: Bool
  var isPlural: Bool

  init(_ text: String, isFeminine: Bool = false, isPlural: Bool = false) {
    self.text = text
    self.isFeminine = isFeminine
    self.isPlural = isPlural
  }

  /// The same head with one more complement; an empty one changes nothing.
  func with(_ complement: String) -> NounPhrase {
    var copy = self
    if !complement.isEmpty { copy.text += " " + complement }
    return copy
  }
}
