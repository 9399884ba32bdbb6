/// Something that went wrong through the user's hand or the environment: never a bug of ours, bugs trap.
///
/// A stable `code` for programs, a sentence in both languages for people, and what to do next.
package struct Failure: Error, Hashable, Sendable {
  /// Who can mend it, and the exit code that says so.
  package enum Kind: Int32, Sendable {
    case usage = 2
    case noData = 5
    case database = 6
    case environment = 1
    case interrupted = 130
  }

  package var kind: Kind
  /// Stable identifier such as "db.not-a-database".
  package var code: String
  /// What happened, in French and in English.
  package var french: String
  package var english: String
  /// The next step, in French and in English; empty when the message says it.
  package var frenchHint: String
  package var englishHint: String

  package init(
    _ kind: Kind,
    code: String,
    french: String,
    english: String,
    frenchHint: String = "",
    englishHint: String = ""
  ) {
    self.kind = kind
    self.code = code
    self.french = french
    self.english = english
    self.frenchHint = frenchHint
    self.englishHint = englishHint
  }
}
