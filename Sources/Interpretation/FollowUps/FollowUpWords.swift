import Language
import SemanticModel
import Values

/// Small words that tie a text to the question before: « seulement », "instead", « ces », « le mois d'avant ».
///
/// The words themselves are in `FollowUpPhrases`.
struct FollowUpWords {
  private let words: [String]
  private let text: String

  init(_ utterance: Utterance) {
    words = utterance.tokens.filter { $0.kind != .symbol }.map { token in
      token.folded.hasSuffix("'") ? String(token.folded.dropLast()) : token.folded
    }
    // "how many do they have with us?" adds nothing.
    text = FollowUpPhrases.besideUs.reduce(" " + words.joined(separator: " ") + " ") {
      $0.replacing(" " + $1 + " ", with: " ")
    }
  }

  /// Sets what the words say of how the rest is meant.
  func mark(_ fragment: inout Fragment) {
    fragment.adds = has(FollowUpPhrases.adding)
    fragment.opens = has(FollowUpPhrases.replacing)
    fragment.refersBack = has(FollowUpPhrases.references) && !ownsItsOwners(fragment)
    if has(FollowUpPhrases.freeHeads), !fragment.metrics.isEmpty, fragment.descends != nil {
      fragment.refersBack = false
      fragment.opens = true
    }
    fragment.isSingular = has(FollowUpPhrases.singular)
    fragment.listsCounted = has(FollowUpPhrases.listing) && fragment.metrics.isEmpty
    if has(FollowUpPhrases.comparing) { fragment.compares = true }
    if fragment.adds, !fragment.periods.isEmpty, fragment.metrics.isEmpty, fragment.keys.isEmpty,
      fragment.things.isEmpty, fragment.filters.isEmpty
    {
      // « mets 2024 à côté » compares with it.
      fragment.compares = true
    }
    if has(FollowUpPhrases.amounting), fragment.metrics.isEmpty, fragment.counts,
      !fragment.isMean, !fragment.isShare
    {
      fragment.isTotal = true
    }
    if fragment.counts, has(FollowUpPhrases.inAll), fragment.metrics.isEmpty,
      fragment.things.isEmpty, fragment.keys.isEmpty
    {
      fragment.isTotal = true
    }
    fragment.narrows = has(FollowUpPhrases.narrowing)
    fragment.isOverall = has(FollowUpPhrases.overall)
    fragment.asksOne = words.first.map { ["which", "lequel", "laquelle"].contains($0) } ?? false
    fragment.isBoth = has(FollowUpPhrases.both)
    fragment.releasesAll = has(FollowUpPhrases.allAgain)
    fragment.replacesState = has(FollowUpPhrases.thoseOther)
    if has(FollowUpPhrases.inUnits) {
      fragment.isVagueQuantity = true
      fragment.metrics = ["units_sold"]
      fragment.filters = fragment.filters.filter { if case .segment = $0 { false } else { true } }
    } else if fragment.threshold == nil, has(FollowUpPhrases.worth) {
      fragment.isVagueMoney = true
      fragment.isShare = false
      if fragment.metrics.isEmpty { fragment.metrics = ["revenue"] }
    }
    fragment.isEach = has(FollowUpPhrases.each)
    if fragment.sorts { fragment.isSingular = false }
    if fragment.isEach, !fragment.metrics.isEmpty, fragment.keys.isEmpty, fragment.things.isEmpty {
      fragment.refersBack = true
    }
    fragment.asksWhat = has(FollowUpPhrases.what)
    fragment.excludes =
      words.contains("leave") && words.contains("out") || has(FollowUpPhrases.excluding)
    fragment.pointsAtPerson = words.contains { FollowUpPhrases.persons.contains($0) }
    fragment.pointsAtOne =
      fragment.pointsAtPerson || words.contains { FollowUpPhrases.ones.contains($0) }
      || has(FollowUpPhrases.oneOfThem)
    // « avec lui » puts nothing beside.
    if has(FollowUpPhrases.withOne) { fragment.adds = false }
    fragment.asksWhom = has(FollowUpPhrases.whom) && fragment.metrics.isEmpty
    fragment.countsLines = fragment.counts && has(FollowUpPhrases.countingLines)
    if fragment.countsLines { fragment.isTotal = false }
    if has(FollowUpPhrases.pronounsOfOne) || singularSubject { fragment.refersBack = true }
    fragment.pointsAtThings = words.contains { FollowUpPhrases.pointing.contains($0) }
    markTimes(&fragment)
    markDrops(&fragment)
    markOrder(&fragment)
  }

  /// Whether a span takes a word of a follow-up for something else.
  ///
  /// "forget" is no slip in "forged steel", and "drop the months" tells of nothing dropped off.
  func isMistaken(_ span: Span, _ utterance: Utterance) -> Bool {
    if span.value != nil,
      span.tokens.allSatisfy({ FollowUpPhrases.filterNouns.contains(utterance.tokens[$0].folded) })
    {
      return true
    }
    if span.isDoubtfulName {
      return span.tokens.allSatisfy { explains(utterance.tokens[$0].folded) }
    }
    if words.contains("leave"), span.tokens.allSatisfy({ utterance.tokens[$0].folded == "out" }) {
      return true
    }
    guard let place = span.tokens.first else { return false }
    // "the best rated one" counts nothing.
    if span.isNumber, place > 0, ["one", "ones"].contains(utterance.tokens[place].folded) {
      return true
    }
    let word = utterance.tokens[place].folded
    // « à côté de 2024 » rates nothing.
    if word == "cote", place > 0, ["a", "de"].contains(utterance.tokens[place - 1].folded) {
      return true
    }
    let isFirst = place == 0 || isSmall(utterance.tokens[0..<place])
    if isFirst, span.tokens.count == 1, span.isThing {
      if FollowUpPhrases.dropping.contains(word) { return true }
      // "order it by basket" sorts, and names no order.
      let next = utterance.tokens.dropFirst(place + 1).first?.folded ?? ""
      if word == "order", ["it", "them", "by", "this", "that"].contains(next) { return true }
    }
    return span.metric != nil && isPronoun(place, utterance)
  }

  /// Whether words open a turn and say nothing: "ok", « bon alors ».
  private func isSmall(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.allSatisfy {
      $0.kind == .symbol || FollowUpPhrases.opening.contains($0.folded)
    }
  }

  /// « range ca », « ca fait combien »: the pronoun without its cedilla and no revenue.
  private func isPronoun(_ place: Int, _ utterance: Utterance) -> Bool {
    guard ["ca", "ça"].contains(utterance.tokens[place].text) else { return false }
    let next = place + 1 < utterance.tokens.count ? utterance.tokens[place + 1].folded : ""
    if FollowUpPhrases.verbsOfThis.contains(next) { return true }
    guard place > 0 else { return false }
    return !FollowUpPhrases.beforeRevenue.contains(utterance.tokens[place - 1].folded)
  }

  private func markTimes(_ fragment: inout Fragment) {
    fragment.unitBefore = unit(FollowUpPhrases.before, leading: ["previous", "prior", "preceding"])
    fragment.unitAfter = unit(FollowUpPhrases.after, leading: ["next", "following"])
    fragment.pointsAtTime = has(FollowUpPhrases.thatTime)
    if fragment.pointsAtTime { fragment.periods = [] }
    fragment.stepsBack = has(FollowUpPhrases.stepBack)
    fragment.isLastYear = has(FollowUpPhrases.lastYear)
    fragment.isSameYearBefore =
      has(FollowUpPhrases.same) && has(FollowUpPhrases.yearBefore + FollowUpPhrases.lastYear)
    let namesYear = words.contains {
      $0.utf8.count == 4 && Int($0).map { (1900...2100).contains($0) } == true
    }
    let countsBack = words.contains { FollowUpPhrases.backFromToday.contains($0) }
    fragment.isAnchored = namesYear || countsBack || has(FollowUpPhrases.fromToday)
    if has(FollowUpPhrases.wholeYear) {
      fragment.widens = .year
    } else if has(FollowUpPhrases.allHistory) {
      fragment.widens = .everything
    }
  }

  /// What falls: groups, the comparison, the shares, the restriction said last.
  private func markDrops(_ fragment: inout Fragment) {
    fragment.dropsFilter = has(FollowUpPhrases.droppingFilter)
    if fragment.dropsFilter {
      // The filter is that of the question and none for coffee.
      fragment.filters = []
      fragment.ambiguousNames = []
    }
    let drops = has(FollowUpPhrases.dropping)
    fragment.dropsNamed =
      drops && !fragment.dropsFilter
      && words.contains { FollowUpPhrases.filterNouns.contains($0) } && !fragment.filters.isEmpty
    if has(FollowUpPhrases.plainNumbers) {
      fragment.dropsShare = true
      fragment.metrics = []
      fragment.counts = false
    }
    if fragment.dropsShare { fragment.isShare = false }
    if drops, !fragment.adds, fragment.filters.isEmpty, fragment.keys.isEmpty {
      // « sans les retours » asks for no returns: the figure falls where it is told, else nothing is clear.
      fragment.droppedMetrics = fragment.metrics
      fragment.metrics = []
    }
    guard drops, !fragment.dropsFilter, fragment.metrics.isEmpty else {
      return
    }
    fragment.excludes = true
    let grains = words.compactMap { FollowUpPhrases.units[$0] }.map { Key.time($0) }
    fragment.droppedKeys = fragment.keys + fragment.things.map { .dimension($0) } + grains
    fragment.keys = []
    fragment.things = []
    // "drop the months" tells of no fall.
    fragment.growth = nil
    fragment.compares = has(FollowUpPhrases.comparing)
    if fragment.compares {
      fragment.dropsComparison = true
      fragment.compares = false
    }
    if fragment.isShare {
      fragment.dropsShare = true
      fragment.isShare = false
    }
  }

  /// « du plus petit au plus grand », "biggest first".
  private func markOrder(_ fragment: inout Fragment) {
    if has(FollowUpPhrases.fastest) || has(FollowUpPhrases.slowest) {
      fragment.descends = has(FollowUpPhrases.fastest)
      fragment.ranksQuality = true
      fragment.isSingular = true
      fragment.sortsBy = fragment.metrics.first
      fragment.metrics = []
    }
    fragment.isSuperlative = words.contains { FollowUpPhrases.superlatives.contains($0) }
    let low = words.firstIndex { FollowUpPhrases.low.contains($0) }
    let high = words.firstIndex { FollowUpPhrases.high.contains($0) }
    switch (low, high) {
    case (let low?, let high?):
      fragment.descends = high < low
      // « du plus court au plus long » is the order of all of them.
      fragment.isSingular = false
    case (_?, nil) where has(FollowUpPhrases.first): fragment.descends = false
    case (nil, _?) where has(FollowUpPhrases.first): fragment.descends = true
    default: return
    }
    if let metric = fragment.metrics.first {
      fragment.sortsBy = metric
      fragment.metrics = []
    }
    fragment.things = []
    fragment.limit = nil
  }

  /// « il coûte combien ? », and no « il y a » or « il reste ».
  private var singularSubject: Bool {
    words.indices.dropLast().contains { place in
      ["il", "elle"].contains(words[place])
        && !FollowUpPhrases.impersonal.contains(words[place + 1])
        && !words[max(0, place - 3)..<place].contains("y")
    }
  }

  /// « produits dormants avec leur valeur »: of the things this very text names.
  private func ownsItsOwners(_ fragment: Fragment) -> Bool {
    guard fragment.namesThing,
      let place = words.firstIndex(where: { FollowUpPhrases.owning.contains($0) }),
      !words.contains(where: { FollowUpPhrases.pointing.contains($0) })
    else { return false }
    return place >= 2 && !FollowUpPhrases.asking.contains(words[0])
  }

  /// Whether a leftover word is one of these.
  func explains(_ word: String) -> Bool {
    let folded = Fold.fold(word)
    return FollowUpPhrases.known.contains(folded)
      || folded.split(whereSeparator: { " '".contains($0) }).allSatisfy {
        FollowUpPhrases.known.contains(String($0))
      }
  }

  private func has(_ phrases: [String]) -> Bool {
    phrases.contains { text.contains(" " + $0 + " ") }
  }

  /// « le mois d'avant », "the previous quarter", « le trimestre suivant ».
  private func unit(_ behind: [String], leading: Set<String>) -> Grain? {
    for (place, word) in words.enumerated() {
      guard let grain = FollowUpPhrases.units[word] else { continue }
      let after = words[(place + 1)...].prefix(2).joined(separator: " ")
      let before = place > 0 ? words[place - 1] : ""
      if behind.contains(where: { after.hasPrefix($0) }) || leading.contains(before) {
        return grain
      }
    }
    return nil
  }
}
