import Interpretation
import Language
import SemanticModel
package import Values

/// One turn that came to a query.
struct Turn: Sendable {
  var said: Said
  var query: Query
  /// Whether it changed the query before instead of asking anew.
  var isFollowUp: Bool
}

/// The words of a turn and what they were said in: enough to take it again.
package struct Said: Hashable, Sendable {
  /// What was typed; for a choice taken by number the question it stands for.
  package var text: String
  package var tongue: Tongue
  /// The "now" its times were counted from.
  package var day: CalendarDay

  package init(_ text: String, tongue: Tongue, day: CalendarDay) {
    self.text = text
    self.tongue = tongue
    self.day = day
  }

  /// The same words said on another day.
  package func on(_ day: CalendarDay) -> Said { Said(text, tongue: tongue, day: day) }

  /// The words as they were understood on their day.
  var utterance: Utterance { Utterance(text, clock: Clock(now: day), tongue: tongue) }
}
