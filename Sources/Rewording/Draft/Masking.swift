package import Values

/// Takes fragments and every numeral out of template sentences, so that only words of ours are left.
///
/// The longest fragment that stands at a place wins. Numerals, and words for numbers, months and weekdays, that no
/// fragment holds become slots too: whatever a template says, no figure stays in a draft.
package struct Masking: Sendable {
  private let tongue: Tongue
  private let fragments: [(scalars: [Unicode.Scalar], slot: Slot)]
  private let words: WordList

  package init(_ fragments: [Fragment], _ tongue: Tongue, words: WordList) {
    self.tongue = tongue
    self.words = words
    self.fragments = fragments.map { (Array($0.text.unicodeScalars), $0.slot) }
      .filter { !$0.0.isEmpty }
      .sorted { $0.0.count > $1.0.count }
  }

  /// The draft of a text; `terms` are the names of figures that may stand in it.
  package func draft(of text: String, terms: [String] = [], isPast: Bool = false) -> Draft {
    let scalars = Array(text.unicodeScalars)
    var draft = Draft(tongue, text: "", slots: [], isPast: isPast)
    var place = 0
    while place < scalars.count {
      if Self.isBoundary(scalars, place), let (slot, end) = slot(in: scalars, at: place) {
        var slot = slot
        slot.name = "v\(draft.slots.count + 1)"
        draft.slots.append(slot)
        draft.text += slot.placeholder
        place = end
      } else {
        draft.text.unicodeScalars.append(scalars[place])
        place += 1
      }
    }
    draft.slots = Self.freed(draft.slots)
    let pieces = Piece.all(in: draft.text)
    draft.terms = terms.filter { term in
      let words = Piece.words(of: term)
      return !words.isEmpty && Piece.holds(words, in: pieces)
    }
    return draft
  }

  /// What is the only one of its kind may move; the first of several stays with the first figure, the others where they are.
  private static func freed(_ slots: [Slot]) -> [Slot] {
    var seen: Set<Slot.Kind> = []
    return slots.map { slot in
      var slot = slot
      if slot.freedom == .free, slots.count(where: { $0.kind == slot.kind }) > 1 {
        slot.freedom = seen.contains(slot.kind) ? .fixed : .near
      }
      seen.insert(slot.kind)
      return slot
    }
  }

  /// What is taken out at a place, and where it ends.
  private func slot(in scalars: [Unicode.Scalar], at place: Int) -> (Slot, Int)? {
    for (wanted, slot) in fragments {
      let end = place + wanted.count
      guard end <= scalars.count, Self.isBoundary(scalars, end),
        Self.matches(scalars[place..<end], wanted, isStart: Self.isStart(scalars, place))
      else { continue }
      return (slot, end)
    }
    return numeral(in: scalars, at: place) ?? word(in: scalars, at: place)
  }

  /// The first letter of a sentence is in upper case, whatever it is in the fragment.
  private static func matches(
    _ found: ArraySlice<Unicode.Scalar>,
    _ wanted: [Unicode.Scalar],
    isStart: Bool
  ) -> Bool {
    guard let first = found.first, found.dropFirst().elementsEqual(wanted.dropFirst()) else {
      return false
    }
    return first == wanted[0]
      || isStart && String(first) == wanted[0].properties.uppercaseMapping
  }

  private static func isStart(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    place == 0 || place >= 2 && scalars[place - 1] == " " && scalars[place - 2] == "."
  }

  /// Whether no word or numeral goes on across a place.
  private static func isBoundary(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place > 0, place < scalars.count else { return true }
    return !(isWordly(scalars[place - 1]) && isWordly(scalars[place]))
  }

  private static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  // MARK: - Numerals

  /// A numeral with its sign, separators and symbol: « -1 234,5 € », "$1,000", « 12 % ».
  private func numeral(in scalars: [Unicode.Scalar], at start: Int) -> (Slot, Int)? {
    var place = start
    while place < scalars.count, Self.isBeforeNumeral(scalars[place]) { place += 1 }
    guard place < scalars.count, scalars[place].properties.numericType != nil else { return nil }
    while place < scalars.count {
      if scalars[place].properties.numericType != nil {
        place += 1
      } else if Self.isInNumeral(scalars[place]), place + 1 < scalars.count,
        scalars[place + 1].properties.numericType != nil
      {
        place += 1
      } else {
        break
      }
    }
    if let end = Self.symbol(in: scalars, at: place) { place = end }
    let text = Self.text(scalars[start..<place])
    return (Slot("", text.hasSuffix("%") ? .percent : .number, text: text), place)
  }

  private static func isBeforeNumeral(_ scalar: Unicode.Scalar) -> Bool {
    "+-−".unicodeScalars.contains(scalar)
      || scalar.properties.generalCategory == .currencySymbol
  }

  private static func isInNumeral(_ scalar: Unicode.Scalar) -> Bool {
    ".,/:-\u{202F}\u{A0}".unicodeScalars.contains(scalar)
  }

  /// A currency or a per cent sign behind a numeral, after at most one space that does not break.
  private static func symbol(in scalars: [Unicode.Scalar], at place: Int) -> Int? {
    var place = place
    if place < scalars.count, "\u{202F}\u{A0}".unicodeScalars.contains(scalars[place]) {
      place += 1
    }
    let start = place
    while place < scalars.count,
      scalars[place] == "%" || scalars[place] == "$"
        || scalars[place].properties.generalCategory == .currencySymbol
        || (place > start && scalars[place].properties.isUppercase)
    {
      place += 1
    }
    return place > start ? place : nil
  }

  /// A word for a number, a month or a weekday.
  private func word(in scalars: [Unicode.Scalar], at start: Int) -> (Slot, Int)? {
    var end = start
    while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
    guard end > start else { return nil }
    let text = Self.text(scalars[start..<end])
    let word = text.lowercased()
    guard words.numbers.contains(word) || words.dates.contains(word) else { return nil }
    return (Slot("", .text, text: text), end)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
