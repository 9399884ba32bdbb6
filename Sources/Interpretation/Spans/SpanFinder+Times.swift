import Language
import SemanticModel
import ValueIndex
import Values

/// Times, weekdays, durations and numbers of a question, and where the words around them begin.
extension SpanFinder {
  /// The tokens a time may take: "turn over | last quarter" leaves its preposition to the verb, "best month" its
  /// superlative to the ranking, « en 2023 et plus rien » is no "2023 or later".
  private func extents(of time: TimeSpan) -> [Range<Int>] {
    let (start, end) = (time.tokens.lowerBound, time.tokens.upperBound)
    if case .grain = time.meaning, let rank = rankWord(at: start), rank.upperBound < end {
      return []
    }
    if closedBeforeNothing(time) != nil { return [] }
    if shortYear(time) != nil { return [] }
    if isBareCount(time) || isListedWeekday(time) || isLateNoun(time) { return [] }
    let isSplitVerb =
      start > 0 && Self.openers.contains(utterance.tokens[start].folded)
      && lexicon.hits(in: utterance.words, at: start - 1).contains {
        $0.tokens.upperBound == start + 1 && $0.senses.contains { $0.role == .verb }
      }
    // "turn over | last quarter": the verb keeps its particle.
    if isSplitVerb, time.tokens.count > 1 { return [(start + 1)..<end] }
    let splits =
      time.tokens.count > 1 && Self.prepositions.contains(utterance.tokens[start].folded)
    return splits ? [time.tokens, (start + 1)..<end] : [time.tokens]
  }

  private static let prepositions: Set<String> = ["over", "in", "on", "within", "for"]
  /// What may be the particle of a verb: the « last » of "will stock last" is none where a month follows.
  private static let openers = prepositions.union([
    "at", "of", "through", "during", "en", "sur", "dans", "pour", "pendant", "de", "a",
  ])

  /// « en 2023 et plus rien en 2024 »: the year itself, no "2023 or later".
  private func closedBeforeNothing(_ time: TimeSpan) -> Span? {
    let end = time.tokens.upperBound
    let nothing: Set<String> = ["rien", "aucun", "aucune", "du", "jamais"]
    guard case .period(let period) = time.meaning, let start = period.start, period.end == nil,
      time.tokens.count > 2, utterance.tokens[end - 1].folded == "plus",
      end < utterance.tokens.count, nothing.contains(utterance.tokens[end].folded)
    else { return nil }
    let grain: Grain = start.month == 1 && start.day == 1 ? .year : .month
    let closed = Period(start: start, end: start.adding(1, grain), grain: grain)
    let tokens = time.tokens.lowerBound..<(end - 2)
    return Span(tokens: tokens, meaning: .period(closed), score: Float(tokens.count) * 1.12 - 0.1)
  }

  /// « nov 18 vs nov 17 »: the same month twice with two numbers compares two years; in French, where days stand before
  /// their month, « juil 25 » alone is one.
  private func shortYear(_ time: TimeSpan) -> Span? {
    guard let (month, year) = monthAndNumber(time),
      utterance.tongue == .french
        || utterance.times.contains(where: { other in
          guard let (twin, number) = monthAndNumber(other) else { return false }
          return twin == month && number != year
        }),
      case .period(let period) = time.meaning, let day = period.start,
      (10...99).contains(year), 2000 + year <= utterance.clock.now.year,
      let start = CalendarDay(year: 2000 + year, month: day.month, day: 1)
    else { return nil }
    return Span(
      tokens: time.tokens,
      meaning: .period(Period(start: start, end: start.adding(months: 1), grain: .month)),
      score: Float(time.tokens.count) * 1.12 - 0.1
    )
  }

  /// The month's word and the number behind it, where a time is nothing else: « nov 18 ».
  private func monthAndNumber(_ time: TimeSpan) -> (String, Int)? {
    let (month, last) = (time.tokens.upperBound - 2, time.tokens.upperBound - 1)
    guard time.tokens.count >= 2, case .period(let period) = time.meaning, period.grain == .day,
      let number = Int(utterance.tokens[last].folded),
      (time.tokens.lowerBound..<month).allSatisfy({
        Self.ofMonths.contains(utterance.tokens[$0].folded)
      })
    else { return nil }
    return (utterance.tokens[month].folded, number)
  }

  private static let ofMonths: Set<String> = ["de", "d'", "en", "pour", "in", "of", "for"]

  /// A bare weekday among others is no date: « lundi, mardi », « par jour de la semaine : mardi ».
  private func isListedWeekday(_ time: TimeSpan) -> Bool {
    let name = time.tokens.last ?? time.tokens.lowerBound
    let openers: Set<String> = ["on", "the", "le", "les", "a", "un", "by"]
    guard case .period = time.meaning,
      time.tokens.dropLast().allSatisfy({ openers.contains(utterance.tokens[$0].folded) })
    else { return false }
    let isWeekday = weekdayNumber(name) != nil
    let others = utterance.tokens.indices.count { weekdayNumber($0) != nil }
    let hasAxis = utterance.times.contains {
      if case .grain(.weekday, _) = $0.meaning { true } else { false }
    }
    // "on Saturday evenings", « le samedi soir »: those of every Saturday.
    let isHabit = utterance.tokens[time.tokens.lowerBound].folded == "le"
    // "how much do we take on a Saturday": on each of them.
    let first = time.tokens.lowerBound
    if isWeekday, ["a", "any"].contains(utterance.tokens[max(first, name - 1)].folded),
      (max(0, name - 2)..<name).contains(where: { utterance.tokens[$0].folded == "on" })
    {
      return true
    }
    // « le samedi, à quelle heure … ? »
    let asksHour = utterance.times.contains {
      if case .grain(.hour, _) = $0.meaning { true } else { false }
    }
    if isHabit, isWeekday, asksHour { return true }
    let isRepeated = utterance.hours.contains {
      $0.tokens.lowerBound == time.tokens.upperBound
        && (isHabit || utterance.tokens[$0.tokens.upperBound - 1].folded.hasSuffix("s"))
    }
    return isWeekday && (others > 1 || hasAxis || isRepeated)
  }

  private func weekdayNumber(_ index: Int) -> Int? {
    let word = utterance.tokens[index].folded
    return WeekdayName.number(of: word.hasSuffix("s") ? String(word.dropLast()) : word)
  }

  /// "from the ten biggest customers": a number word before a noun is no day of the month.
  private func isBareCount(_ time: TimeSpan) -> Bool {
    let last = time.tokens.upperBound - 1
    // « la dernière quinzaine par catégorie » is a time all the same.
    if case .period(let period) = time.meaning, period.length != 1 { return false }
    guard utterance.tokens[last].kind == .word, last + 1 < utterance.tokens.count,
      utterance.tokens[last + 1].kind == .word
    else { return false }
    return utterance.numbers.contains { $0.tokens == last..<(last + 1) && $0.unit == .plain }
  }

  /// "share of late orders": before a noun "of late" says nothing of time.
  private func isLateNoun(_ time: TimeSpan) -> Bool {
    time.tokens.map { utterance.tokens[$0].folded } == ["of", "late"]
      && time.tokens.upperBound < utterance.tokens.count
      && utterance.tokens[time.tokens.upperBound].kind == .word
  }

  /// « cette année-là »: the year already named, not the current one.
  private func pointsBack(_ time: TimeSpan) -> Bool {
    let next = time.tokens.upperBound
    guard next < utterance.tokens.count, utterance.tokens[next].text == "là" else { return false }
    return time.tokens.contains { utterance.tokens[$0].folded.hasPrefix("ce") }
  }

  /// "by category and month": the second axis has no "by" of its own.
  private func joinedGrains() -> [Span] {
    let units: [String: Grain] = [
      "day": .day, "week": .week, "month": .month, "quarter": .quarter, "year": .year,
      "weekday": .weekday,
      "jour": .day, "semaine": .week, "moi": .month, "trimestre": .quarter, "annee": .year,
      "an": .year,
    ]
    return utterance.words.indices.dropFirst(2).compactMap { index in
      guard let grain = units[utterance.words[index]],
        ["and", "et", ",", "x", "×", "/", "&", "+", "puis", "then"].contains(
          utterance.words[index - 1]
        ),
        (0..<(index - 1)).contains(where: { isGroupWord($0) })
      else { return nil }
      return Span(tokens: index..<(index + 1), meaning: .grain(grain, each: true), score: 1.02)
    }
  }

  /// Weekdays as such, where they are no date: « le samedi », "on Mondays", « lundi, mardi et les autres ».
  private func weekdays() -> [Span] {
    utterance.tokens.indices.compactMap { index in
      guard let day = weekdayNumber(index) else { return nil }
      let isPlural = utterance.tokens[index].folded.hasSuffix("s")
      let isDate = utterance.times.contains { $0.tokens.contains(index) && $0.tokens.count > 2 }
      return isDate
        ? nil
        : Span(tokens: index..<(index + 1), meaning: .weekday(day), score: isPlural ? 1.05 : 0.8)
    }
  }

  private func isGroupWord(_ index: Int) -> Bool {
    lexicon.hits(in: utterance.words, at: index).contains { hit in
      hit.senses.contains { $0.meaning == .marker(.group) }
    }
  }

  /// "customers fall in each segment": a bare "fall" or "spring" is no season.
  private func isVerb(_ time: TimeSpan) -> Bool {
    let words = time.tokens.map { utterance.tokens[$0] }
    return ["fall", "falls", "spring", "springs"].contains(words[0].folded)
      && !words.contains { $0.kind == .number }
  }

  func timeSpans() -> [Span] {
    var found: [Span] = []
    for time in utterance.times where !isVerb(time) && !pointsBack(time) {
      let meaning: Span.Meaning =
        switch time.meaning {
        case .period(let period): .period(period)
        case .comparison(let comparison): .relative(comparison)
        case .grain(let grain, let each): .grain(grain, each: each)
        }
      if let closed = closedBeforeNothing(time) ?? shortYear(time) { found.append(closed) }
      for tokens in extents(of: time) {
        let count = Float(tokens.count)
        found.append(Span(tokens: tokens, meaning: meaning, score: count * 1.12 - 0.1))
      }
      // "broken down by quarter": the "by" may belong to a longer marker.
      if case .grain(let grain, each: true) = time.meaning, time.tokens.count > 1 {
        let rest = (time.tokens.lowerBound + 1)..<time.tokens.upperBound
        found.append(
          Span(
            tokens: rest,
            meaning: .grain(grain, each: true),
            score: Float(rest.count) * 1.12 - 0.1
          )
        )
      }
      // "best month": the superlative is a rank of its own.
      if case .grain = time.meaning, let rank = rankWord(at: time.tokens.lowerBound),
        rank.upperBound < time.tokens.upperBound
      {
        let rest = rank.upperBound..<time.tokens.upperBound
        found.append(Span(tokens: rest, meaning: meaning, score: Float(rest.count) * 1.5 - 0.1))
      }
    }
    found += thisPartOfDay()
    found += joinedGrains()
    found += weekdays()
    found += utterance.hours.map { said in
      Span(
        tokens: said.tokens,
        meaning: .hours(said.hours),
        score: Float(said.tokens.count) * 1.14 - 0.1
      )
    }
    for duration in utterance.durations {
      let days = duration.grain.days * duration.count
      found.append(
        Span(
          tokens: duration.tokens,
          meaning: .duration(days: days, duration.grain),
          score: Float(duration.tokens.count) - 0.1
        )
      )
    }
    for number in utterance.numbers {
      found.append(
        Span(
          tokens: number.tokens,
          meaning: .number(number.value, number.unit),
          score: Float(number.tokens.count) * 0.92 - 0.1
        )
      )
    }
    return found
  }

  /// « ce matin », "this evening": today, and the hours of it; the day alone where times are not known to the hour.
  private func thisPartOfDay() -> [Span] {
    let now = utterance.clock.now
    return utterance.times.flatMap { time -> [Span] in
      guard case .period(let period) = time.meaning, period.start == now, time.tokens.count == 2,
        let word = time.tokens.last,
        let hours = HourWords.part(called: utterance.tokens[word].folded)
      else { return [] }
      return [
        Span(tokens: (word - 1)..<word, meaning: .period(period), score: 1.3),
        Span(tokens: word..<(word + 1), meaning: .hours(hours), score: 1.3),
      ]
    }
  }

  /// The tokens of a rank word that starts here.
  private func rankWord(at start: Int) -> Range<Int>? {
    lexicon.hits(in: utterance.words, at: start).last { hit in
      hit.senses.contains { sense in
        if case .marker(let marker) = sense.meaning {
          [.top, .bottom, .best, .worst].contains(marker)
        } else {
          false
        }
      }
    }?.tokens
  }
}

extension Grain {
  /// Days in one unit, as durations count them: a month is 30 days, a year 365.
  var days: Int {
    switch self {
    case .day, .weekday, .hour: 1
    case .week: 7
    case .month, .monthOfYear: 30
    case .quarter: 91
    case .year: 365
    }
  }
}
