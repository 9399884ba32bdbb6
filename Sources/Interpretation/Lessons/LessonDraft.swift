package import Lessons
package import SemanticModel
package import Values

/// What a sentence wants of the journal of lessons.
package enum LessonWish: Hashable, Sendable {
  /// « qu'as-tu appris ? »
  case list
  /// « annule la dernière leçon »; nil for the last one.
  case undo(Int?)
  case teach(LessonDraft)
}

/// A lesson as a sentence says it: what is missing or makes no sense is for others to find.
package struct LessonDraft: Hashable, Sendable {
  /// What it teaches.
  package enum Kind: Hashable, Sendable {
    case exceptionalDays
    /// An event; `isChange` for one that is there already.
    case event(isChange: Bool)
    case anomaly(AnomalyVerdict.Kind)
    case alertHandled
  }

  package var kind: Kind
  /// The event's name.
  package var name: String?
  /// The days named; nil for none.
  package var days: Period?
  /// What demand is multiplied by.
  package var multiplier: Double?
  /// The products or the category it is about; nil where none is named.
  package var thing: MentionedThing?
  /// Why, in the user's own words; empty for nothing said.
  package var reason = ""
  /// Words that nothing explains.
  package var unexplained: [String] = []
  /// Whether it speaks of what was told last: « ignore-la », "this anomaly".
  package var pointsBack = false

  package init(_ kind: Kind) {
    self.kind = kind
  }
}

/// Products or a category as a sentence names them.
package struct MentionedThing: Hashable, Sendable {
  /// "product" or "category".
  package let dimension: String
  /// The names that fit, the best first.
  package let names: [NamedValue]
  /// As it was written.
  package let words: String

  package init(dimension: String, names: [NamedValue], words: String) {
    self.dimension = dimension
    self.names = names
    self.words = words
  }
}
