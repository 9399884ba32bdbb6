import Values

/// Decides whether a reworded sentence may stand in place of a template's: pure, and refusing whatever it cannot explain.
///
/// Every word must be one of the draft's, or one that claims nothing; every placeholder stands once, figures in their
/// order; words for ways and extremes belong to the same figures as in the draft. So a reply can say what the draft
/// says in another way, and nothing else.
package struct Validator: Sendable {
  let draft: Draft
  let words: WordList
  /// Those of the other language, to tell a foreign word from an unknown one.
  let foreign: WordList
  /// Words of the slots' contents: names that must stay in their slots.
  private let held: Set<String>
  private let draftPieces: [Piece]
  /// Stem → how often the draft has it outside of the names of figures.
  private let counts: [String: Int]

  /// Most sentences of an answer.
  package static let mostSentences = 4

  package init(_ draft: Draft, words: WordList, foreign: WordList) {
    self.draft = draft
    self.words = words
    self.foreign = foreign
    draftPieces = Terms.joined(Piece.all(in: draft.text), draft.terms)
    held = Set(draft.slots.flatMap { Piece.words(of: $0.text) })
    counts = Self.counts(draftPieces)
  }

  /// The first rule that a reply breaks; nil when it may stand.
  package func broken(by reply: String) -> Rule? {
    if let rule = form(of: reply) { return rule }
    let pieces = Piece.all(in: reply)
    if let rule = signs(pieces) ?? places(pieces) { return rule }
    let joined = Terms.joined(pieces, draft.terms)
    return vocabulary(joined) ?? terms(joined) ?? bonds(joined) ?? omissions(joined)
      ?? relations(joined)
  }

  // MARK: - Form

  private func form(of reply: String) -> Rule? {
    let size = reply.utf8.count
    guard reply.contains(where: \.isLetter), size <= 400 + 4 * draft.text.utf8.count else {
      return .length
    }
    if hasDigit(reply) { return .digit }
    if hasLineBreak(reply) { return .markup }
    let low = Fold.fold(reply)
    if ["http", "www.", "://", "mailto", "@"].contains(where: { low.contains($0) }) {
      return .link
    }
    return hasAddress(low) ? .link : nil
  }

  /// "shop.example": a point that touches letters on both sides.
  private func hasAddress(_ text: String) -> Bool {
    let characters = Array(text)
    return characters.indices.dropFirst().dropLast().contains { index in
      characters[index] == "." && characters[index - 1].isLetter && characters[index + 1].isLetter
    }
  }

  private func hasLineBreak(_ reply: String) -> Bool {
    reply.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029].contains(scalar.value)
    }
  }

  private func hasDigit(_ reply: String) -> Bool {
    Piece.all(in: reply).contains { piece in
      switch piece {
      case .mark(let mark): Self.isNumeric(mark)
      case .word(let word): word.unicodeScalars.contains { $0.properties.numericType != nil }
      case .slot, .term: false
      }
    }
  }

  static func isNumeric(_ mark: Character) -> Bool {
    mark.unicodeScalars.contains { $0.properties.numericType != nil }
  }

  /// Marks that may stand in a sentence.
  private static let plainMarks: Set<Character> = [
    ".", ",", ";", ":", "(", ")", "'", "’", "-", "–", "—", "…", "«", "»", "“", "”", "\"",
  ]

  private func signs(_ pieces: [Piece]) -> Rule? {
    var sentences = 0
    var isOpen = false
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .word, .slot, .term: isOpen = true
      case .mark(let mark):
        if let rule = rule(of: mark) { return rule }
        if mark == "." {
          if isOpen { sentences += 1 }
          isOpen = false
        } else if mark == "…" {
          return .markup
        }
        if index == 0, "-–—".contains(mark) { return .markup }
      }
    }
    return sentences + (isOpen ? 1 : 0) > Self.mostSentences ? .sentences : nil
  }

  private func rule(of mark: Character) -> Rule? {
    if Self.plainMarks.contains(mark) { return nil }
    if mark == "?" || mark == "!" { return .sentences }
    if mark == "{" || mark == "}" { return .unknownPlaceholder }
    let isCurrency = mark.unicodeScalars.contains {
      $0.properties.generalCategory == .currencySymbol
    }
    if isCurrency || mark == "%" || mark == "‰" || mark == "٪" { return .unit }
    // « n° » and the like, where the template has it.
    return draftPieces.contains(.mark(mark)) ? nil : .markup
  }

  // MARK: - Placeholders

  private func places(_ pieces: [Piece]) -> Rule? {
    let names = pieces.compactMap { if case .slot(let name) = $0 { name } else { nil } }
    if names.contains(where: { draft[$0] == nil }) { return .unknownPlaceholder }
    if Set(names).count < names.count { return .repeatedPlaceholder }
    if names.count < draft.slots.count { return .missingPlaceholder }
    return isInOrder(names) && areInReach(pieces) ? nil : .order
  }

  /// Figures keep their order; what stays near the first one comes before the second, or where it stood.
  private func isInOrder(_ names: [String]) -> Bool {
    let fixed = draft.slots.filter { $0.freedom == .fixed }.map(\.name)
    guard names.filter({ draft[$0]?.freedom == .fixed }) == fixed else { return false }
    return draft.slots.indices.allSatisfy { index in
      let slot = draft.slots[index]
      guard slot.freedom == .near, let place = names.firstIndex(of: slot.name) else { return true }
      let after = draft.slots[index...].first { $0.freedom == .fixed }.flatMap {
        names.firstIndex(of: $0.name)
      }
      let second = fixed.dropFirst().first.flatMap { names.firstIndex(of: $0) }
      return place < max(after ?? names.count, second ?? names.count)
    }
  }

  /// What may move stays in its sentence, or comes before it.
  private func areInReach(_ pieces: [Piece]) -> Bool {
    let (before, after) = (Self.sentences(draftPieces), Self.sentences(pieces))
    return draft.slots.allSatisfy { slot in
      slot.freedom != .free || after[slot.name, default: 0] <= before[slot.name, default: 0]
    }
  }

  /// Slot → the number of its sentence.
  private static func sentences(_ pieces: [Piece]) -> [String: Int] {
    var number = 0
    var sentences: [String: Int] = [:]
    for piece in pieces {
      if case .slot(let name) = piece { sentences[name] = number }
      if piece == .mark(".") { number += 1 }
    }
    return sentences
  }

  // MARK: - Words

  private func vocabulary(_ pieces: [Piece]) -> Rule? {
    var seen: [String: Int] = [:]
    var strange: [String] = []
    for case .word(let word) in pieces {
      let stem = WordList.stem(word)
      seen[stem, default: 0] += 1
      let isDrafted = seen[stem, default: 0] <= counts[stem, default: 0]
      if let rule = claim(word, isDrafted: isDrafted, isMentioned: counts[stem] != nil) {
        return rule
      }
      if !isKnown(word, isMentioned: counts[stem] != nil) { strange.append(word) }
    }
    if let word = strange.first { return fault(of: word, among: strange) }
    return negations(pieces) == negations(draftPieces) ? nil : .negation
  }

  /// The rule that a word breaks by what it claims, unless the draft claims it as often.
  private func claim(_ word: String, isDrafted: Bool, isMentioned: Bool) -> Rule? {
    if words.numbers.contains(word) { return .numberWord }
    if words.dates.contains(word) { return .dateWord }
    if words.ranks.contains(word), !isDrafted { return .numberWord }
    if words.units.contains(word), !isDrafted { return .unit }
    if words.causes.contains(word), !isDrafted { return .cause }
    if words.advice.contains(word), !isDrafted { return .advice }
    if words.past.contains(word), !draft.isPast, !isMentioned { return .tense }
    if words.present.contains(word), draft.isPast, !isMentioned { return .tense }
    // Once more than the draft says it, it would say something else.
    return isMentioned && !isDrafted && isTelling(word) ? .word : nil
  }

  private func isKnown(_ word: String, isMentioned: Bool) -> Bool {
    isMentioned || words.neutral.contains(word) || words.past.contains(word)
      || words.negations.contains(word) || words.present.contains(word) || isMarker(word)
      || words.moves.contains(word) && drafts(movements)
      || words.ranges.contains(word) && drafts(words.moves.union(words.ranges))
  }

  /// Words that say that a figure went from one value to another, whichever way.
  private var movements: Set<String> { words.moves.union(words.rise).union(words.fall) }

  /// Whether the draft has one of some words.
  private func drafts(_ list: Set<String>) -> Bool {
    draftPieces.contains { if case .word(let word) = $0 { list.contains(word) } else { false } }
  }

  private func isMarker(_ word: String) -> Bool {
    [words.rise, words.fall, words.highest, words.lowest].contains { $0.contains(word) }
  }

  private func fault(of word: String, among strange: [String]) -> Rule {
    if strange.contains(where: { !Self.isLatin($0) }) { return .language }
    if held.contains(word) { return .name }
    let isForeign = strange.contains { foreign.neutral.contains($0) || foreign.past.contains($0) }
    return isForeign ? .language : .word
  }

  private static func isLatin(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { $0.value < 0x250 || (0x1E00..<0x1F00).contains($0.value) }
  }

  private func negations(_ pieces: [Piece]) -> Int {
    pieces.count { if case .word(let word) = $0 { words.negations.contains(word) } else { false } }
  }

  private static func counts(_ pieces: [Piece]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for case .word(let word) in pieces { counts[WordList.stem(word), default: 0] += 1 }
    return counts
  }

  // MARK: - What must stay

  /// The names of figures, in their order.
  private func terms(_ pieces: [Piece]) -> Rule? {
    Terms.order(pieces) == Terms.order(draftPieces) ? nil : .term
  }

  private func bonds(_ pieces: [Piece]) -> Rule? {
    let directions = Bonds(
      up: words.rise,
      down: words.fall,
      known: Dictionary(
        draft.slots.compactMap { slot in slot.direction.map { (slot.name, $0 == .up) } }
      ) { first, _ in first }
    )
    if !directions.hold(from: draftPieces, in: pieces) { return .direction }
    let extremes = Bonds(up: words.highest, down: words.lowest, known: [:], mayRepeat: false)
    return extremes.hold(from: draftPieces, in: pieces) ? nil : .extreme
  }

  /// Every word of the draft that says something must be there.
  private func omissions(_ pieces: [Piece]) -> Rule? {
    let there = Set(Self.counts(pieces).keys)
    for case .word(let word) in draftPieces where isTelling(word) {
      if !there.contains(WordList.stem(word)) { return .omission }
    }
    return nil
  }

  private func isTelling(_ word: String) -> Bool {
    !words.neutral.contains(word) && !words.past.contains(word) && !isMarker(word)
      && !words.moves.contains(word) && !words.ranges.contains(word)
      && !words.present.contains(word)
  }

  // MARK: - What belongs together

  /// Figures stand where they stood among the words that say something, and go from one to another only as they did.
  private func relations(_ pieces: [Piece]) -> Rule? {
    let (before, after) = (skeleton(draftPieces), skeleton(pieces))
    let units = before.filter { if case .slot = $0 { false } else { true } }
    if units.count > 1, before != after, after != namedFirst(before) { return .order }
    if !drafts(words.moves), goesOn(pieces) { return .word }
    let ways = Ways(draft)
    return ways.found(in: pieces).isSubset(of: ways.found(in: draftPieces)) ? nil : .order
  }

  /// « passe de … », "moved from …": a figure that goes on from one to another.
  private func goesOn(_ pieces: [Piece]) -> Bool {
    zip(pieces, pieces.dropFirst()).contains { move, next in
      guard case .word(let word) = move, words.moves.contains(word), case .word(let link) = next
      else { return false }
      return ["de", "d", "from"].contains(link)
    }
  }

  /// The same with its one name in front: « {{v2}} est le produit avec le chiffre d'affaires le plus élevé ».
  ///
  /// Only where nothing else could be named: one name, one figure behind it, and all words before them.
  private func namedFirst(_ skeleton: [Piece]) -> [Piece]? {
    let places = skeleton.indices.filter { if case .slot = skeleton[$0] { true } else { false } }
    guard places.count <= 2, let place = places.first, places.last == skeleton.count - 1,
      place >= skeleton.count - 2, case .slot(let name) = skeleton[place],
      draft[name]?.kind == .name
    else { return nil }
    return [skeleton[place]] + skeleton[..<place] + skeleton[(place + 1)...]
  }

  /// Words for a degree, which stand before what they belong to or behind it: « le plus haut … », « … le plus haut ».
  private static let degrees: [Set<String>] = [["plus", "most"], ["moins", "least"]]

  /// Whether a word is of one degree where the draft has no other.
  private func isLoneDegree(_ word: String) -> Bool {
    guard let degree = Self.degrees.first(where: { $0.contains(word) }) else { return false }
    return !Self.degrees.contains { $0 != degree && drafts($0) }
  }

  /// Names of figures and telling words at their first place, and the figures that keep their order.
  private func skeleton(_ pieces: [Piece]) -> [Piece] {
    var seen: Set<Piece> = []
    return pieces.compactMap { piece -> Piece? in
      switch piece {
      case .slot(let name): draft[name]?.freedom == .fixed ? piece : nil
      case .word(let word):
        isTelling(word) && !words.negations.contains(word) && !isLoneDegree(word)
          ? .word(WordList.stem(word)) : nil
      case .term: piece
      case .mark: nil
      }
    }.filter { seen.insert($0).inserted }
  }
}
