/// The words of one language that a reworded answer may use, and those that claim something.
///
/// Read from prompts/words.fr.md and prompts/words.en.md: a section a list, words between blanks, in small letters.
package struct WordList: Hashable, Sendable {
  /// Words that claim nothing: articles, prepositions, "is", "reaches".
  package let neutral: Set<String>
  /// The same in the past, for a time that is over.
  package let past: Set<String>
  /// Verbs of a figure that goes from one value to another: only where the draft has one.
  package let moves: Set<String>
  /// Verbs of figures between two values: only where the draft has one, or a figure that moves.
  package let ranges: Set<String>
  /// Words that say that it is so today: not of a time that is over.
  package let present: Set<String>
  package let rise: Set<String>
  package let fall: Set<String>
  package let highest: Set<String>
  package let lowest: Set<String>
  /// Words for numbers: never, outside of slots.
  package let numbers: Set<String>
  /// First, last, half: only where the draft says them.
  package let ranks: Set<String>
  /// Months and weekdays: never, outside of slots.
  package let dates: Set<String>
  /// Euro, per cent: only where the draft says them.
  package let units: Set<String>
  /// Words that give a reason: only where the draft does.
  package let causes: Set<String>
  /// Words that advise or foresee: only where the draft does.
  package let advice: Set<String>
  /// As often as the draft has them.
  package let negations: Set<String>

  /// The names of the lists, each a section of its file.
  package static let sections = [
    "neutral", "past", "moves", "ranges", "present", "rise", "fall", "highest", "lowest", "numbers",
    "ranks",
    "dates", "units",
    "causes", "advice", "negations",
  ]

  /// Reads a file's sections.
  ///
  /// - Throws: when a list is missing or empty.
  package init(_ file: PromptFile) throws(PromptFault) {
    func list(_ name: String) throws(PromptFault) -> Set<String> {
      let words = Piece.words(of: file.sections[name] ?? "")
      guard !words.isEmpty else { throw .missingSection(name) }
      return Set(words)
    }
    neutral = try list("neutral")
    past = try list("past")
    moves = try list("moves")
    ranges = try list("ranges")
    present = try list("present")
    rise = try list("rise")
    fall = try list("fall")
    highest = try list("highest")
    lowest = try list("lowest")
    numbers = try list("numbers")
    ranks = try list("ranks")
    dates = try list("dates")
    units = try list("units")
    causes = try list("causes")
    advice = try list("advice")
    negations = try list("negations")
  }

  /// A word without the ending of a plural, so that « produit » and « produits » are one.
  static func stem(_ word: String) -> String {
    word.utf8.count > 3 && (word.hasSuffix("s") || word.hasSuffix("x"))
      ? String(word.dropLast()) : word
  }
}
