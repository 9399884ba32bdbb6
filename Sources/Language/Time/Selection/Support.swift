/// Decides from the words around it whether a weak reading is a time.
struct Support {
  /// The words of the question.
  let words: TimeWords
  /// All their readings.
  let chart: Chart
  /// Whether the words go on from a question before, which leaves little else for a bare name to be.
  let continues: Bool

  /// Whether a node that starts at a word may be kept.
  func accepts(_ node: TimeNode, at start: Int) -> Bool {
    let end = node.end
    switch node.evidence {
    case .firm:
      return !isAdverb(start) && !isRank(node, start) && !leavesYear(node) && !isVerb(start)
    case .year: return isYear(start, end)
    case .boundYear: return !isAmount(end)
    case .name: return isName(start, end) || isContinued(start, end)
    case .risky: return isRisky(node, start, end)
    case .code: return isCode(node, start, end) || isContinued(start, end)
    case .fraction: return isFraction(start, end)
    case .dayNumber: return isDayNumber(start, end) && !isPlace(start, end)
    case .season: return isWhole(start, end) || isSeason(start, end)
    case .holiday: return isWhole(start, end) || isHoliday(start, end)
    case .promise: return !followsDelivery(start)
    case .lapse: return followsUndone(start)
    case .bareUnit: return start > 0
    case .grain: return !["rate", "off", "pass", "cream", "old"].contains(key(end))
    }
  }

  /// "did revenue fall in 2025": what it did, and no season.
  private func isVerb(_ start: Int) -> Bool {
    key(start) == "fall" && key(start + 1) == "in"
      && !SupportWords.strictPrepositions.contains(key(wordBefore(start)))
      && (0..<start).contains { SupportWords.auxiliaries.contains(key($0)) }
  }

  /// The folded word at an index; empty outside the question.
  func key(_ index: Int) -> String {
    index >= 0 && index < words.count ? words.key(at: index) : ""
  }

  /// The word before an index, an article skipped.
  func wordBefore(_ start: Int) -> Int {
    SupportWords.articles.contains(key(start - 1)) ? start - 2 : start - 1
  }

  /// Whether the question holds nothing else than this stretch and small words.
  func isWhole(_ start: Int, _ end: Int) -> Bool {
    (0..<start).allSatisfy(isFiller) && (end..<words.count).allSatisfy(isFiller)
  }

  private func isFiller(_ index: Int) -> Bool {
    SupportWords.fillers.contains(key(index))
      || continues && SupportWords.ties.contains(key(index))
  }

  /// « compare plutôt avec octobre », "Q3 instead": after a question a bare name is a time, unless it names a thing.
  private func isContinued(_ start: Int, _ end: Int) -> Bool {
    continues && !isNaming(start, end) && !followsEntity(start)
  }

  /// « garde juste le premier », after a list: its first line, not the first of the month.
  private func isPlace(_ start: Int, _ end: Int) -> Bool {
    continues && (start..<end).contains { SupportWords.places.contains(key($0)) }
  }

  /// « CA par canal février », "average basket by segment, Q4": at the end, behind an axis or a comma, there is nothing
  /// else it could belong to.
  func closesQuestion(_ start: Int, _ end: Int) -> Bool {
    guard (end..<words.count).allSatisfy(isFiller) else { return false }
    if [",", ";", ":", "-", "–", "("].contains(key(start - 1)) { return true }
    guard !isCapitalised(start - 1) else { return false }
    return (max(0, start - 3)..<max(0, start - 1)).contains {
      SupportWords.splitters.contains(key($0))
    }
  }

  /// « et décembre, ça donne quoi ? », "March: revenue": set apart before the question itself.
  func opensQuestion(_ start: Int, _ end: Int) -> Bool {
    [",", ":"].contains(key(end))
      && (0..<start).allSatisfy { isFiller($0) || SupportWords.ties.contains(key($0)) }
  }

  /// Whether a name or a number follows a thing it belongs to: « le produit 2024 », "model X 2020".
  func followsEntity(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, ["n", "°", "no", "#", "numero", ":", "."].contains(key(index)) { index -= 1 }
    guard index >= 0 else { return index < start - 1 }
    if !SupportWords.entities.contains(key(index)), index > 0, words.token(at: index).isCapitalised
    {
      index -= 1
    }
    guard SupportWords.entities.contains(key(index)) else { return index < start - 2 }
    return !SupportWords.axisMarks.contains(key(index - 1))
  }

  private func isCapitalised(_ index: Int) -> Bool {
    index >= 0 && index < words.count && words.token(at: index).isCapitalised
  }

  /// "between Q1 2026 and Q4 2025", backwards: no range to Q4 that leaves its year behind, but two times.
  private func leavesYear(_ node: TimeNode) -> Bool {
    guard case .period(_, .range) = node.value, node.end < words.count else { return false }
    return key(node.end).utf8.count == 4
      && Int(key(node.end)).map { (1900...2100).contains($0) } == true
      && Int(key(node.end - 1)) == nil
  }

  /// "received late last month": late is no part of the month.
  private func isAdverb(_ start: Int) -> Bool {
    guard key(start) == "late" || key(start) == "early" else { return false }
    let verb = key(start - 1) == "in" ? key(start - 2) : key(start - 1)
    // "how often was each carrier late in Q1": said of somebody, a few words before.
    return SupportWords.lateness.contains(verb)
      || key(start + 1) == "in"
        && (max(0, start - 4)..<start).contains { ["was", "were"].contains(key($0)) }
  }

  /// « top 5 mars » holds no fifth of March.
  private func isRank(_ node: TimeNode, _ start: Int) -> Bool {
    guard case .annual = node.value else { return false }
    return key(start - 1) == "top"
  }

  /// "haven't sold", "nothing has moved", "no order": what has not been done lies behind.
  private func followsUndone(_ start: Int) -> Bool {
    (0..<start).contains { SupportWords.negatedPerfects.contains(key($0)) }
      && !(0..<start).contains { SupportWords.futures.contains(key($0)) }
  }

  private func followsDelivery(_ start: Int) -> Bool {
    (max(0, start - 3)..<start).contains { SupportWords.deliveries.contains(key($0)) }
  }
}

// MARK: Names

extension Support {
  /// A bare month or weekday.
  func isName(_ start: Int, _ end: Int) -> Bool {
    let standsAlone =
      isWhole(start, end) || closesQuestion(start, end) || opensQuestion(start, end)
    if standsAlone { return true }
    guard !isNaming(start, end), !followsEntity(start) else { return false }
    let before = wordBefore(start)
    // « raconte-moi mars »: the word that counts stands before the pronoun.
    let previous = key(["moi", "nous"].contains(key(before)) ? before - 1 : before)
    if isProperName(start, end, after: previous) { return false }
    return SupportWords.prepositions.contains(previous) || SupportWords.figures.contains(previous)
      || SupportWords.figures.contains(key(end)) || followsComparison(start)
      || (SupportWords.joiners.contains(previous) && isTime(endingAt: before))
      || isJoined(to: end) || isFirstOfMonths(end) || isPlainMonthAtTheEnd(start, end)
      || isSpokenOf(start, end)
  }

  /// "how did December do", "was our February better", « octobre a été bon »: a month that no other word sounds like, and
  /// something said of it.
  private func isSpokenOf(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1, SupportWords.plainMonths.contains(key(start)) else { return false }
    let before = key(
      ["our", "the", "notre", "ce", "this"].contains(key(start - 1)) ? start - 2 : start - 1
    )
    return SupportWords.auxiliaries.contains(before) || SupportWords.copulas.contains(before)
      || SupportWords.auxiliaries.contains(key(end)) || SupportWords.copulas.contains(key(end))
  }

  /// « délai moyen février ? »: a month that no other word sounds like, in lower case, last of all.
  private func isPlainMonthAtTheEnd(_ start: Int, _ end: Int) -> Bool {
    end == start + 1 && SupportWords.plainMonths.contains(key(start)) && start > 0
      && (end..<words.count).allSatisfy(isFiller) && !isCapitalised(start - 1)
  }

  /// "March and April", « mars et avril »: one month beside another.
  private func isFirstOfMonths(_ end: Int) -> Bool {
    guard SupportWords.joiners.contains(key(end)), end + 1 < words.count else { return false }
    return chart.nodes[end + 1].contains { node in
      guard case .annual(.month) = node.value else { return false }
      return node.evidence == .name || node.evidence == .risky && isCapitalised(end + 1)
    }
  }

  /// "ventes de Mars Petcare": capitals go on.
  private func isProperName(_ start: Int, _ end: Int, after previous: String) -> Bool {
    SupportWords.possessives.contains(previous) && isCapitalised(end - 1) && isCapitalised(end)
      && !SupportWords.figures.contains(key(end))
  }

  /// "the April & May brand": one name of a list is enough.
  private func isNaming(_ start: Int, _ end: Int) -> Bool {
    if SupportWords.naming.contains(key(end)) { return true }
    guard SupportWords.joiners.contains(key(end)), end + 1 < words.count,
      let next = chart.nodes[end + 1].first(where: { $0.evidence == .name || $0.evidence == .risky }
      )
    else { return false }
    return isNaming(end + 1, next.end)
  }

  /// Whether a sure time ends just before a word.
  private func isTime(endingAt end: Int) -> Bool {
    (max(0, end - 4)..<max(0, end)).contains { index in
      chart.nodes[index].contains { node in
        guard node.end == end else { return false }
        switch node.value {
        case .year, .annual, .weekday, .period: return true
        default: return false
        }
      }
    }
  }

  /// « mars et avril 2018 »: the next of the list is sure.
  private func isJoined(to end: Int) -> Bool {
    guard SupportWords.joiners.contains(key(end)), end + 1 < words.count else { return false }
    return chart.nodes[end + 1].contains { node in
      switch node.value {
      case .period(_, let nature): node.evidence == .firm && nature != .range
      case .annual: node.evidence == .name && isJoined(to: node.end)
      default: false
      }
    }
  }

  /// Whether a comparison word ends just before.
  func followsComparison(_ start: Int) -> Bool {
    (max(0, start - 4)..<start).contains { index in
      chart.nodes[index].contains { $0.kind == .compared && $0.end == start }
    }
  }

  /// "may", "sep", "mon" and other words of their own.
  func isRisky(_ node: TimeNode, _ start: Int, _ end: Int) -> Bool {
    if isWhole(start, end) { return true }
    if case .weekday = node.value { return false }
    guard !isNaming(start, end), !followsEntity(start) else { return false }
    let previous = key(wordBefore(start))
    let isDated =
      SupportWords.strictPrepositions.contains(previous)
      || ((previous == "of" || previous == "for")
        && SupportWords.figures.contains(key(wordBefore(start) - 1)))
    // "May's forecast": a possessive makes a name of it.
    if isCapitalised(start), ["'s", "’s"].contains(key(end)) { return true }
    if case .annual(.season) = node.value {
      return isDated && !["in", "of", "from", "off", "below"].contains(key(end))
    }
    let isBesideFigure =
      SupportWords.figures.contains(previous)
      || (start == 0 && SupportWords.figures.contains(key(end)))
    return isDated || (isCapitalised(start) && (isBesideFigure || isFirstOfMonths(end)))
      || isJoined(to: end)
  }

  /// A bare season: « ventes d'été », "in summer", but neither « a été » nor « robes d'été ».
  func isSeason(_ start: Int, _ end: Int) -> Bool {
    let before = wordBefore(start)
    let previous = key(before)
    if SupportWords.possessives.contains(previous) {
      return SupportWords.figures.contains(key(before - 1)) || previous == "for"
        || (previous == "pour" && before < start - 1)
    }
    if previous == "a" || previous == "over" { return before < start - 1 }
    if SupportWords.seasonPrepositions.contains(previous) || followsComparison(start) {
      return true
    }
    guard key(end - 1) != "ete" else { return SupportWords.figures.contains(previous) }
    return SupportWords.figures.contains(previous) || SupportWords.figures.contains(key(end))
  }

  /// A bare holiday: « à Noël », "Christmas sales".
  func isHoliday(_ start: Int, _ end: Int) -> Bool {
    let before = wordBefore(start)
    let previous = key(before)
    guard !isProperName(start, end, after: previous) else { return false }
    if SupportWords.possessives.contains(previous), previous != "pour", previous != "for" {
      return SupportWords.figures.contains(key(before - 1))
    }
    return SupportWords.prepositions.contains(previous) || SupportWords.figures.contains(previous)
      || followsComparison(start) || SupportWords.figures.contains(key(end))
  }
}
