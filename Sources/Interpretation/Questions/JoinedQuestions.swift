import Language

/// Whole questions joined in one sentence or one behind the other.
///
/// « qui sont nos champions et qui perd-on ? »
///
/// Words only: whether the parts are better asked one by one is for who knows what they come to.
package struct JoinedQuestions {
  /// Each question as it could be asked alone; one where nothing is joined.
  package let parts: [Utterance]
  /// Whether each of them has a question word of its own.
  package let areWhole: Bool
  /// Whether the second counts some of what the first counts.
  package let isPartOfFirst: Bool

  package init(_ utterance: Utterance) {
    let cuts = Cuts(utterance.tokens.map(\.folded))
    if let (whole, part) = cuts.countAndPart {
      let first = utterance.written(whole)
      parts = [first, first + " " + utterance.written(part)].map {
        Utterance($0, clock: utterance.clock, tongue: utterance.tongue)
      }
      (areWhole, isPartOfFirst) = (true, true)
      return
    }
    isPartOfFirst = false
    let whole = cuts.wholeQuestions
    let ranges = whole.count > 1 ? whole : cuts.coordinated
    guard ranges.count > 1, ranges.count <= Self.most, !cuts.pointBack(ranges) else {
      (parts, areWhole) = ([utterance], false)
      return
    }
    areWhole = whole.count > 1
    let scope = cuts.scope.map { utterance.written($0) + ", " } ?? ""
    parts = ranges.enumerated().map { place, range in
      Utterance(
        (place == 0 ? "" : scope) + utterance.written(range),
        clock: utterance.clock,
        tongue: utterance.tongue
      )
    }
  }

  /// More questions at once are a text, not a question.
  private static let most = 3
}

/// Where a sentence may be cut.
private struct Cuts {
  let words: [String]

  init(_ words: [String]) { self.words = words }

  /// Parts that begin with a question word behind a conjunction or the end of a sentence.
  var wholeQuestions: [Range<Int>] {
    guard let first = opening(in: words.indices) else { return [words.indices] }
    return parts { place in
      place > first && (Self.joins.contains(words[place]) || Self.ends.contains(words[place]))
        && opens(at: place + 1) && !continues(words[place + 1], before: place)
    }
  }

  /// Whether a word ties one more clause to a thing: « les clients qui … et qui … ».
  private func continues(_ word: String, before place: Int) -> Bool {
    guard Self.relatives.contains(word) else { return false }
    let denies = words.dropFirst(place + 2).prefix(2).contains { Self.denials.contains($0) }
    return denies
      || words[..<place].indices.contains { $0 > 0 && words[$0] == word && !startsPart(at: $0) }
  }

  private func startsPart(at place: Int) -> Bool {
    Self.joins.contains(words[place - 1]) || Self.ends.contains(words[place - 1])
  }

  /// The two sides of the only « et »: "RFM and the sales forecast".
  var coordinated: [Range<Int>] {
    let ranges = parts { Self.conjunctions.contains(words[$0]) }
    return ranges.count == 2 ? ranges : [words.indices]
  }

  /// A count, and what is said of the part of it that is counted too: "how many orders, and how many of those | were late".
  var countAndPart: (whole: Range<Int>, part: Range<Int>)? {
    guard let first = opening(in: words.indices), counts(at: first) != nil,
      let cut = words.indices.first(where: { place in
        place > first + 1 && Self.partJoins.contains(words[place]) && counts(at: place + 1) != nil
      }), let count = counts(at: cut + 1)
    else { return nil }
    var start = count.upperBound
    let pronoun = Self.ofThem.first { words[start...].starts(with: $0) }
    start += pronoun?.count ?? 0
    let said = words[start...].prefix { Self.copulas.contains($0) }
    guard pronoun != nil || !said.isEmpty || words[cut] == "dont" else { return nil }
    start += said.count
    if start < words.endIndex, words[start] == "the" { start += 1 }
    let whole = trimmed(words.startIndex..<cut)
    var part = trimmed(start..<words.endIndex)
    if let last = part.last, ["ones", "one"].contains(words[last]) { part = part.dropLast() }
    return whole.isEmpty || part.isEmpty ? nil : (whole, part)
  }

  /// « combien », "how many": the words that count.
  private func counts(at place: Int) -> Range<Int>? {
    if words.indices.contains(place), Self.counters.contains(words[place]) {
      return place..<(place + 1)
    }
    guard words.indices.contains(place + 1), words[place] == "how", words[place + 1] == "many"
    else { return nil }
    return place..<(place + 2)
  }

  /// What is said before the first question, for all of them: « en 2025, qui … et combien … ».
  var scope: Range<Int>? {
    guard let first = opening(in: words.indices), first > 1, words[first - 1] == "," else {
      return nil
    }
    return 0..<(first - 1)
  }

  /// Whether a later part speaks of something said in an earlier one, and cannot be asked alone.
  func pointBack(_ ranges: [Range<Int>]) -> Bool {
    ranges.dropFirst().contains { $0.contains(where: pointsBack) }
  }

  private func pointsBack(at place: Int) -> Bool {
    let before = place > 0 ? words[place - 1] : ""
    let next = words.indices.contains(place + 1) ? words[place + 1] : ""
    return switch words[place] {
    // « est-ce que » asks, « cette semaine » is a time.
    case "ce", "cet", "cette", "ces", "this", "these":
      before != "est" && !Self.times.contains(next)
    case "y": next != "a"
    // « combien en reste-t-il », but « en 2025 ».
    case "en": Self.verbsOfSome.contains(next)
    default: Self.pronouns.contains(words[place])
    }
  }

  private func parts(cutAt isCut: (Int) -> Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = words.startIndex
    for place in words.indices where isCut(place) {
      parts.append(start..<place)
      start = place + 1
    }
    parts.append(start..<words.endIndex)
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  /// Without the conjunctions and stops that a cut leaves at its ends: « ? et », ", and".
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    let edges = Self.joins.union(Self.ends)
    while let first = range.first, edges.contains(words[first]) {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last, edges.contains(words[last]) { range = range.lowerBound..<last }
    return range
  }

  private func opening(in range: Range<Int>) -> Int? { range.first { opens(at: $0) } }

  /// A question word; one behind a preposition (« et pour quel montant ») asks more of what was said before.
  private func opens(at place: Int) -> Bool {
    words.indices.contains(place) && Self.openers.contains(words[place])
  }

  private static let conjunctions: Set<String> = ["et", "and", "&", "+"]
  private static let joins = conjunctions.union([",", ";", "puis", "then", "aussi", "also"])
  private static let ends: Set<String> = [".", "?", "!"]
  private static let partJoins = conjunctions.union([",", "dont", "including"])
  private static let counters: Set<String> = ["combien", "cb", "cmb", "combi"]
  private static let ofThem = [
    ["of", "those"], ["of", "them"], ["of", "these"], ["d'", "entre", "eux"],
    ["d'", "entre", "elles"], ["parmi", "eux"], ["parmi", "elles"], ["parmi", "ceux-ci"],
    ["among", "them"], ["among", "those"], ["de", "ceux-ci"], ["de", "celles-ci"],
  ]
  private static let copulas: Set<String> = [
    "are", "were", "is", "was", "have", "been", "sont", "etaient", "ont", "ete",
  ]
  private static let openers: Set<String> = [
    "qui", "que", "qu'", "quel", "quels", "quelle", "quelles", "combien", "cb", "quand",
    "comment", "pourquoi", "quoi", "who", "whom", "whose", "what", "which", "how", "when", "where",
    "why", "what's", "who's",
  ]
  private static let relatives: Set<String> = [
    "qui", "que", "qu'", "who", "which", "whose", "when",
  ]
  /// « quels clients … et qui n'ont … »: of the customers spoken of.
  private static let denials: Set<String> = [
    "n'", "ne", "not", "never", "didn't", "haven't", "hasn't", "don't", "doesn't", "no",
  ]
  private static let pronouns: Set<String> = [
    "il", "ils", "elle", "elles", "eux", "leur", "leurs", "lui", "ca", "cela", "c'", "celui",
    "celle", "ceux", "celles", "son", "sa", "ses", "dont", "chacun", "chacune", "chaque", "lequel",
    "laquelle", "lesquels", "lesquelles", "meme", "memes", "it", "its", "they", "them", "their",
    "theirs", "that", "those", "he", "she", "his", "her", "him", "each", "same", "one", "ones",
    "there", "'em",
  ]
  private static let times: Set<String> = [
    "jour", "jours", "semaine", "semaines", "mois", "trimestre", "semestre", "annee", "an", "ete",
    "hiver", "printemps", "automne", "matin", "soir", "week", "weeks", "month", "months", "quarter",
    "year", "summer", "winter", "spring", "autumn", "fall", "morning", "evening", "weekend",
  ]
  private static let verbsOfSome: Set<String> = [
    "a", "ai", "as", "avons", "avez", "ont", "avait", "reste", "restait", "manque", "est", "sont",
  ]
}
