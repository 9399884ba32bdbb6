/// What a reworded sentence must not do; the raw value names it in counters and logs.
package enum Rule: String, CaseIterable, Hashable, Sendable {
  /// Nothing is left of it, or far more than the draft has.
  case length
  /// More than four sentences, a question or an exclamation.
  case sentences
  /// Markup, lists, line breaks, signs that no plain sentence has.
  case markup
  case link
  /// Another language or another script.
  case language
  case unknownPlaceholder = "unknown_placeholder"
  case missingPlaceholder = "missing_placeholder"
  case repeatedPlaceholder = "repeated_placeholder"
  /// Figures have changed places.
  case order
  case digit
  case numberWord = "number_word"
  case dateWord = "date_word"
  /// A currency or a per cent sign, or a word for one.
  case unit
  /// A name, of the data or not.
  case name
  /// Up for a fall, down for a rise, or either where nothing moved.
  case direction
  /// The highest for the lowest.
  case extreme
  case cause
  case advice
  /// Something denied that was not, or no longer denied.
  case negation
  /// The past for what is not over.
  case tense
  /// The name of a figure is gone, cut, or in another place.
  case term
  /// A word that says something is gone.
  case omission
  /// A word that nothing explains.
  case word
}
