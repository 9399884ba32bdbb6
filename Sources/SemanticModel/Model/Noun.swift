package import Values

/// A noun in both languages with what grammar needs.
package struct Noun: Hashable, Sendable {
  package var singular: LocalizedText
  package var plural: LocalizedText
  /// French gender of the head noun.
  package var isFeminine: Bool

  package init(singular: LocalizedText, plural: LocalizedText, isFeminine: Bool) {
    self.singular = singular
    self.plural = plural
    self.isFeminine = isFeminine
  }
}
