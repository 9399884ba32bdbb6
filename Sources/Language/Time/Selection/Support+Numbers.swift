// Weak readings made of digits: years, codes, fractions, day numbers.

extension Support {
  /// Four digits as a year, or a range of two.
  func isYear(_ start: Int, _ end: Int) -> Bool {
    guard !isAmount(end), !SupportWords.versions.contains(key(end)), !isGlued(start, end),
      !followsEntity(start) || isWhole(start, end),
      !followsAmountWord(start)
    else { return false }
    let previous = words.count > 0 && start > 0 ? words.token(at: start - 1) : nil
    let isAfterName =
      previous?.isCapitalised == true && !SupportWords.figures.contains(key(start - 1))
      && !SupportWords.prepositions.contains(key(start - 1))
    if isAfterName {
      let isOld = key(end - 1).utf8.first == 0x31
      let goesOn = end < words.count && words.token(at: end).isCapitalised
      if isOld || (goesOn && start > 1) { return false }
    }
    return !opensAmountRange(start, end)
  }

  /// Whether a unit makes an amount of the number that ends here.
  func isAmount(_ end: Int) -> Bool {
    guard words.token(at: end - 1).kind == .number else { return false }
    let next = key(end)
    if SupportWords.measures.contains(next) { return true }
    if ["d'", "de"].contains(next), SupportWords.measures.contains(key(end + 1)) { return true }
    return key(end - 1) == "2000" && SupportWords.looseMeasures.contains(next)
  }

  /// References and decimals: "CA-2018-161046", "2018.5".
  private func isGlued(_ start: Int, _ end: Int) -> Bool {
    if start > 0, !words.hasSpace(before: start) {
      let previous = words.token(at: start - 1)
      if previous.kind == .symbol,
        !["(", "\"", "[", ":", ">", "'", ",", "="].contains(previous.folded)
      {
        return true
      }
    }
    guard end < words.count, !words.hasSpace(before: end) else { return false }
    let next = words.token(at: end)
    guard next.kind == .symbol else { return false }
    return ["-", "/", "_", ".", ",", "#", "+"].contains(next.folded) && end + 1 < words.count
      && !words.hasSpace(before: end + 1)
  }

  /// "above 2000", « moins de 2019 », "to 1990".
  private func followsAmountWord(_ start: Int) -> Bool {
    let previous = key(start - 1)
    if SupportWords.comparators.contains(previous) || CurrencyWords.prefixes.contains(previous) {
      return true
    }
    if ["than", "de", "a", "of"].contains(previous),
      SupportWords.comparedAmounts.contains(key(start - 2))
    {
      return previous != "than" || !followsComparison(start) || key(start - 3) == "at"
    }
    if previous == "over", key(start) == "2000" { return true }
    guard ["to", "a", "at", "x", "*"].contains(previous) else {
      return false
    }
    return !followsComparison(start)
  }

  /// "between 2000 and 3000": the other end is no year.
  private func opensAmountRange(_ start: Int, _ end: Int) -> Bool {
    guard ["from", "de", "between", "entre"].contains(key(start - 1)),
      ["and", "et", "to", "a", "au"].contains(key(end)), end + 1 < words.count,
      words.token(at: end + 1).kind == .number, let other = Int(key(end + 1))
    else { return false }
    return !YearNumber.plausible.contains(other) || isAmount(end + 2)
  }

  /// "Q3", « T1 », "S12", « 1er trimestre » without a year.
  func isCode(_ node: TimeNode, _ start: Int, _ end: Int) -> Bool {
    if isWhole(start, end) || closesQuestion(start, end) { return true }
    guard !followsEntity(start) else { return false }
    if case .annual(.half) = node.value, end - start > 1 {
      return !["of", "des", "de", "du", "d'"].contains(key(end))
    }
    guard end - start == 1 else { return true }
    let before = wordBefore(start)
    let previous = key(before)
    if SupportWords.figures.contains(previous) || followsComparison(start) { return true }
    if opensComparison(end) { return true }
    if SupportWords.joiners.contains(previous), followsCode(before) { return true }
    if SupportWords.joiners.contains(key(end)), isBesideDate(end) { return true }
    if start == 0 || key(start).hasPrefix("q") {
      return SupportWords.figures.contains(key(end)) || SupportWords.prepositions.contains(previous)
        || start != before + 1 || followsCode(start)
    }
    if SupportWords.possessives.contains(previous), previous != "du", previous != "pour" {
      return SupportWords.figures.contains(key(before - 1))
    }
    return SupportWords.prepositions.contains(previous)
  }

  /// "Q3 vs the previous quarter".
  private func opensComparison(_ end: Int) -> Bool {
    end < words.count
      && chart.nodes[end].contains { $0.kind == .compared || $0.kind == .comparison }
  }

  /// Whether a code ends just before an index.
  private func followsCode(_ index: Int) -> Bool {
    guard index > 0, index <= words.count else { return false }
    return chart.nodes[index - 1].contains { $0.evidence == .code }
  }

  /// « T1 et T2 2018 »: what is joined on is a code too.
  private func isBesideDate(_ end: Int) -> Bool {
    end + 1 < words.count && chart.nodes[end + 1].contains { $0.evidence == .code }
  }

  /// "22/04" is a day when nothing else is said, or after a preposition of days.
  func isFraction(_ start: Int, _ end: Int) -> Bool {
    // "2/10 Net 30" are terms of payment, "3/4 of" is a share.
    guard !["of", "des", "de", "du", "d'", "net"].contains(key(end)) else { return false }
    let opener = SupportWords.articles.contains(key(start)) ? key(start) : key(start - 1)
    if ["le", "on", "du", "au", "depuis", "since", "before", "after"].contains(opener) {
      return !followsEntity(start)
    }
    let hasTwoDigits = (start..<end).contains { key($0).utf8.count == 2 && key($0) != "le" }
    return hasTwoDigits && isWhole(start, end)
  }

  /// « le 18 », "on the 18th".
  func isDayNumber(_ start: Int, _ end: Int) -> Bool {
    if isWhole(start, end) { return true }
    let isLast = end == words.count || [",", "?", ".", ";", "!"].contains(key(end))
    if key(start) == "le" || key(start) == "du" { return isLast && !followsEntity(start) }
    return key(start - 1) == "on" || (key(start) == "from" && isLast)
  }
}
