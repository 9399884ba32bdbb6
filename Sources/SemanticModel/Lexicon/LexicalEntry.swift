package import Values

/// One phrase of the corpus and what it means.
package struct LexicalEntry: Hashable, Sendable {
  /// What a phrase points at; the texts are names of corpus objects.
  package enum Meaning: Hashable, Sendable {
    case metric(String)
    case dimension(String)
    case segment(String)
    case analysis(String)
    /// A value of a closed list, as stored.
    case value(dimension: String, value: String)
    /// A word of the question itself: grouping, ranking, negation.
    case marker(String)
    /// Written for a whole word: « qté », "qty".
    case shorthand(String)
  }

  /// How a phrase stands for its meaning.
  package enum Role: UInt8, Hashable, Sendable {
    case noun
    /// Often, not always, this meaning: a surer reading wins.
    case weak
    case verb
    /// Names it and asks for the highest at once.
    case top
    /// Names it and asks for the lowest at once.
    case bottom
  }

  package var phrase: String
  package var tongue: Tongue
  package var meaning: Meaning
  package var role: Role

  package init(phrase: String, tongue: Tongue, meaning: Meaning, role: Role) {
    self.phrase = phrase
    self.tongue = tongue
    self.meaning = meaning
    self.role = role
  }
}
