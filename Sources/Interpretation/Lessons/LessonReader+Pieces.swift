import Language
import SemanticModel
import ValueIndex
import Values

/// The pieces of a lesson, each taking its words.
extension LessonReader {
  /// Takes the phrases that mean any of these.
  mutating func take(_ markers: Set<Marker>) {
    for phrase in words.phrases where !phrase.markers.isDisjoint(with: markers) {
      taken.formUnion(phrase.tokens)
    }
  }

  /// The days named: one period, or several in a row.
  mutating func takeDays(of times: [TimeSpan]) -> Period? {
    var result: Period?
    for time in times {
      // « ne tiens pas compte du 3 mars »: the « du » belongs to both.
      guard let period = time.period,
        time.tokens.allSatisfy({ !taken.contains($0) || Self.isLink(utterance.tokens[$0]) })
      else { continue }
      guard let before = result else {
        result = period
        taken.formUnion(time.tokens)
        continue
      }
      // « samedi 7 et dimanche 8 » are two days in a row; other days stay unexplained.
      guard let end = before.end, period.start == end else { continue }
      result = Period(start: before.start, end: period.end)
      taken.formUnion(time.tokens)
    }
    return result
  }

  /// « samedi », "Saturday" alone: the latest one before today.
  mutating func takeWeekday() -> Period? {
    let now = utterance.clock.now
    for (place, token) in utterance.tokens.enumerated() where !taken.contains(place) {
      guard let weekday = WeekdayName.number(of: token.folded) else { continue }
      taken.insert(place)
      let back = (now.weekday - weekday + 6) % 7 + 1
      let day = now.adding(days: -back)
      return Period(start: day, end: day.adding(days: 1), grain: .day)
    }
    return nil
  }

  /// Why: the words behind « c'était un », "because of", a colon or a bracket, up to the next piece.
  mutating func takeReason() -> String {
    for place in utterance.tokens.indices where !taken.contains(place) {
      let start: Int
      if let phrase = words.phrase(at: place), phrase.markers.contains(.lessonBecause) {
        start = phrase.tokens.upperBound
      } else if [":", "("].contains(utterance.tokens[place].text) {
        start = place + 1
      } else {
        continue
      }
      var end = start
      while end < utterance.tokens.count, !taken.contains(end),
        ![",", ";", ".", "!", ")"].contains(utterance.tokens[end].text)
      {
        end += 1
      }
      guard start < end else { continue }
      taken.formUnion(place..<end)
      let first = (start..<end).first { !Lexicon.links.contains(utterance.tokens[$0].folded) }
      return utterance.written((first ?? start)..<end)
    }
    return ""
  }

  /// The products or the category named, the longest mention that nothing else took.
  mutating func takeThing(among dimensions: [String]) -> MentionedThing? {
    let found = interpreter.mentions(in: utterance).filter { mention in
      dimensions.contains(mention.dimension) && mention.quality <= .typo
        && taken.isDisjoint(with: mention.tokens)
        && !mention.tokens.allSatisfy(isSilent)
    }
    let best = found.min { left, right in
      (-left.tokens.count, left.quality, dimensions.firstIndex(of: left.dimension) ?? 0)
        < (-right.tokens.count, right.quality, dimensions.firstIndex(of: right.dimension) ?? 0)
    }
    guard let best else { return nil }
    taken.formUnion(best.tokens)
    let isOne = best.quality == .exact
    return MentionedThing(
      dimension: best.dimension,
      names: isOne ? Array(best.names.prefix(1)) : best.names,
      words: best.text
    )
  }

  /// The words that no piece took and that say something.
  mutating func takeRest() -> [String] {
    let rest = utterance.tokens.indices.filter { !taken.contains($0) && !isSilent($0) }
    taken.formUnion(rest)
    return rest.map { utterance.tokens[$0].text }
  }

  /// Whether a token says nothing by itself here.
  func isSilent(_ place: Int) -> Bool {
    let token = utterance.tokens[place]
    if token.kind == .symbol || Self.isLink(token) { return true }
    if words.phrases.contains(where: {
      $0.tokens.contains(place)
        && !$0.markers.isDisjoint(with: [.lessonAside, .lessonRequest, .yes, .no])
    }) {
      return true
    }
    return (max(0, place - 4)...place).contains { start in
      interpreter.marker(at: start, utterance) {
        $0.isSilent || $0.isTalk || [.and, .once, .recently].contains($0)
      }.map { start..<$0.end }?.contains(place) ?? false
    }
  }

  /// Whether a token is a small word that the pieces stand behind.
  private static func isLink(_ token: Token) -> Bool { links.contains(token.folded) }

  /// Prepositions and articles, which the pieces stand behind.
  private static let links: Set<String> = Lexicon.links.union([
    "au", "aux", "en", "a", "on", "in", "at", "for", "pour", "sur", "dans", "with", "avec", "to",
    "un", "une", "an", "ce", "cette", "cet", "ces", "this", "that", "these", "those", "s'", "je",
    "i", "tu", "il", "it", "elle", "se", "be", "was", "were", "is", "est", "etait",
  ])
}
