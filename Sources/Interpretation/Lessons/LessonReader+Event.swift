import Language
import SemanticModel
import ValueIndex
import Values

/// Events: « ajoute le Black Friday le 28 novembre, x1,7 », « change le multiplicateur du Black Friday à 2 ».
extension LessonReader {
  /// The event a sentence adds or changes; nil where it speaks of none.
  mutating func event() -> LessonDraft? {
    let known = knownName
    let isChange = words.has(.lessonChange)
    let reader = MultiplierReader(utterance: utterance, words: words)
    let multiplier = reader.found(
      isChange: isChange && (known != nil || words.has(.lessonMultiplier))
    )
    let isNamed = known != nil || words.has(.lessonEvent)
    let isDated = utterance.times.contains { $0.period != nil }
    let isAdded =
      words.has(.lessonAdd)
      && (isNamed || multiplier?.isPlain == true || multiplier != nil && isDated)
    let isChanged = isChange && multiplier != nil && (known != nil || words.has(.lessonMultiplier))
    guard isAdded || isChanged || known != nil && multiplier?.isPlain == true else { return nil }
    var draft = LessonDraft(.event(isChange: isChanged))
    multiplier.map { taken.formUnion($0.tokens) }
    draft.multiplier = multiplier?.value
    let ahead = Clock(now: utterance.clock.now, prefersFuture: true)
    if let known {
      taken.formUnion(known.tokens)
      draft.name = known.name
    } else if let run = freeName(ahead) {
      // « ajoute un produit x2 » adds to the data.
      guard !isOfData(run) else { return nil }
      taken.formUnion(run)
      draft.name = utterance.written(run)
    }
    take([
      .lessonAdd, .lessonChange, .lessonMultiplier, .lessonEvent, .lessonMore, .lessonLess,
      .lessonTimes, .lessonEventName, .lessonValidate,
    ])
    draft.days = takeDays(of: times(ahead))
    if draft.name == nil, let holiday = holiday(ahead) { draft.name = holiday }
    guard draft.name != nil || isNamed || isChanged else { return nil }
    draft.reason = takeReason()
    draft.thing = takeThing(among: ["category", "product"])
    draft.unexplained = takeRest()
    return draft
  }

  /// An event that the database has, or that everybody knows, with its place.
  private var knownName: (name: String, tokens: Range<Int>)? {
    let stored = interpreter.mentions(in: utterance)
      .filter { $0.dimension == "event" && $0.quality <= .allTokens && $0.names.count == 1 }
      .max { $0.tokens.count < $1.tokens.count }
    if let stored, let name = stored.names.first?.name { return (name, stored.tokens) }
    return words.first(.lessonEventName).map { (utterance.written($0.tokens), $0.tokens) }
  }

  /// The times of the sentence without the words of a name: "Black Friday on 28 November" has one Friday less.
  private func times(_ clock: Clock) -> [TimeSpan] {
    let tokens = utterance.tokens.enumerated().map { place, token in
      taken.contains(place)
        ? Token(
          text: "·",
          folded: "·",
          kind: .symbol,
          range: token.range,
          spaceBefore: token.spaceBefore
        ) : token
    }
    return TimeGrammar.spans(in: tokens, numbers: Numbers.spans(in: tokens), clock: clock)
  }

  /// « la fête du quartier » of « ajoute la fête du quartier le 5 juin »: from the verb to a day, a number or a mark.
  private func freeName(_ clock: Clock) -> Range<Int>? {
    let opening = [Marker.lessonEvent, .lessonAdd, .lessonMultiplier]
      .compactMap { words.first($0)?.tokens.upperBound }.first
    guard var start = opening else { return nil }
    let days = times(clock)
    let isEnd = { (place: Int) -> Bool in
      let token = self.utterance.tokens[place]
      return token.kind == .symbol && token.text != "-" && token.text != "'"
        || self.taken.contains(place)
        || days.contains { $0.tokens.contains(place) }
        || ["pour", "sur", "for", "with", "avec"].contains(token.folded)
    }
    if let quoted { return quoted }
    while start < utterance.tokens.count, isSmall(start) { start += 1 }
    var end = start
    while end < utterance.tokens.count, !isEnd(end) { end += 1 }
    while end > start, isSmall(end - 1) { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// What stands in quotes.
  private var quoted: Range<Int>? {
    let marks = utterance.tokens.indices.filter { utterance.tokens[$0].folded == "\"" }
    guard marks.count >= 2, marks[0] + 1 < marks[1] else { return nil }
    return marks[0] + 1..<marks[1]
  }

  /// Articles, and words around a name that are none of it.
  private func isSmall(_ place: Int) -> Bool {
    words.phrases.contains { $0.tokens.contains(place) && $0.markers.contains(.lessonEvent) }
      || Self.articles.contains(utterance.tokens[place].folded)
  }

  private static let articles: Set<String> = [
    "le", "la", "les", "l'", "un", "une", "du", "de", "des", "d'", "the", "a", "an", "of", "est",
    "is", "on", "nomme", "appele", "nommee", "appelee", "called", "named", "que", "that",
  ]

  /// Whether a name begins with a thing or a figure of the data that is no event.
  private func isOfData(_ run: Range<Int>) -> Bool {
    interpreter.lexicon.hits(in: utterance.words, at: run.lowerBound).contains { hit in
      hit.tokens.upperBound <= run.upperBound
        && hit.senses.contains { sense in
          guard sense.role != .weak else { return false }
          return switch sense.meaning {
          case .metric(let name): interpreter.model.metrics[name]?.dataset != "learned_events"
          case .dimension(let name):
            !["event", "event_category"].contains(name)
          default: false
          }
        }
    }
  }

  /// « ajoute le 14 juillet, x0,8 »: the day right behind the verb, which is its own name.
  private func holiday(_ clock: Clock) -> String? {
    let named = TimeGrammar.spans(in: utterance.tokens, numbers: utterance.numbers, clock: clock)
      .first { $0.period != nil }
    guard named?.tokens.lowerBound == words.first(.lessonAdd)?.tokens.upperBound else {
      return nil
    }
    return named.map { span in
      var start = span.tokens.lowerBound
      while start + 1 < span.tokens.upperBound, isSmall(start) { start += 1 }
      return utterance.written(start..<span.tokens.upperBound)
    }
  }
}
