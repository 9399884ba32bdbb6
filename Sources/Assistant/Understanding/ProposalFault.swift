/// Why what a model proposes is dropped; the raw value names it in counters and logs.
package enum ProposalFault: String, Error, CaseIterable, Hashable, Sendable {
  /// No JSON object, a member that there is none of, a value of another kind.
  case form
  /// Nothing is asked for.
  case nothing
  /// A figure, a group, a state, an analysis, a time or an operator that was not offered.
  case unknownID = "unknown_id"
  /// A number that the question does not say.
  case number
  /// A name that the data do not have, or several.
  case value
  /// The figure cannot be split or filtered that way, or the database lacks it.
  case unreachable
  /// More groups than anybody reads.
  case tooLarge = "too_large"
  /// Its words, read by the rules, are no question, or another one.
  case unsayable
}
