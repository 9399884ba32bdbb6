import Language
import Lessons
import SemanticModel
import Values

/// Reads sentences that teach: « samedi c'était un match, n'en tiens pas compte », "add Black Friday on 28 November, times 1.7".
///
/// First what kind of lesson it is, by its words; then its pieces: days, names, multiplier, reason. Every word
/// has to belong to one of them, or is handed on as unexplained.
struct LessonReader {
  let interpreter: Interpreter
  let utterance: Utterance
  let words: LessonWords
  /// Tokens that some piece took.
  var taken: Set<Int> = []

  init(_ interpreter: Interpreter, _ utterance: Utterance) {
    self.interpreter = interpreter
    self.utterance = utterance
    words = LessonWords(interpreter.lexicon, utterance)
  }

  /// What the sentence wants; nil where it teaches nothing.
  mutating func wish() -> LessonWish? {
    guard words.phrases.contains(where: { !$0.markers.isDisjoint(with: Self.triggers) }) else {
      return nil
    }
    if words.has(.lessonList) { return isAll(.lessonList) ? .list : nil }
    if words.has(.lessonUndo) { return undo }
    guard !asks, let draft = draft() else { return nil }
    return .teach(draft)
  }

  /// Without any of these nothing is taught.
  private static let triggers: Set<Marker> = [
    .lessonIgnore, .lessonExceptional, .lessonAdd, .lessonChange, .lessonAnomaly, .lessonAlert,
    .lessonHandled, .lessonUndo, .lessonList, .lessonEventName, .lessonTimes,
  ]

  // MARK: - What is asked of the journal

  private var undo: LessonWish? {
    guard let phrase = words.first(.lessonUndo) else { return nil }
    let number = utterance.numbers.first { $0.tokens.lowerBound == phrase.tokens.upperBound }
    let rest = utterance.tokens.indices.filter {
      !phrase.tokens.contains($0) && !(number?.tokens.contains($0) ?? false)
    }
    guard rest.allSatisfy(isSilent) else { return nil }
    return .undo(number.flatMap { Int(exactly: $0.value) })
  }

  /// Whether the sentence says this and nothing else.
  private func isAll(_ marker: Marker) -> Bool {
    utterance.tokens.indices.allSatisfy { place in
      isSilent(place)
        || words.phrases.contains { $0.markers.contains(marker) && $0.tokens.contains(place) }
    }
  }

  /// Whether the sentence asks for something to be told, and not to be done.
  private var asks: Bool {
    let first = utterance.tokens.indices.first { place in
      utterance.tokens[place].kind != .symbol
        && interpreter.marker(at: place, utterance, where: \.isTalk) == nil
    }
    guard let first else { return true }
    if words.first(.lessonRequest)?.tokens.lowerBound == first { return false }
    let opening = words.phrase(at: first)?.markers ?? []
    return opening.contains(.lessonQuestion) || utterance.tokens.last?.text == "?"
  }

  // MARK: - Kinds

  private mutating func draft() -> LessonDraft? {
    if words.has(.lessonHandled), words.has(.lessonAlert) || words.has(.lessonValidate) {
      return handled()
    }
    if words.has(.lessonAnomaly), let verdict { return anomaly(verdict) }
    let before = taken
    if let event = event() { return event }
    taken = before
    return words.has(.lessonIgnore) || words.has(.lessonExceptional) ? exceptional() : nil
  }

  private var verdict: AnomalyVerdict.Kind? {
    if words.has(.lessonNormal) || words.has(.lessonIgnore) { return .ignored }
    return words.has(.lessonValidate) ? .validated : nil
  }

  private mutating func handled() -> LessonDraft? {
    var draft = LessonDraft(.alertHandled)
    take([.lessonHandled, .lessonAlert, .lessonValidate, .lessonAdd])
    draft.thing = takeThing(among: ["product"])
    draft.pointsBack = draft.thing == nil
    draft.unexplained = takeRest()
    return draft
  }

  private mutating func anomaly(_ verdict: AnomalyVerdict.Kind) -> LessonDraft? {
    var draft = LessonDraft(.anomaly(verdict))
    take([.lessonAnomaly, .lessonValidate, .lessonNormal, .lessonIgnore, .lessonAdd])
    draft.days = takeDays(of: utterance.times)
    draft.reason = takeReason()
    draft.thing = takeThing(among: ["category", "product"])
    draft.pointsBack = draft.days == nil
    draft.unexplained = takeRest()
    return draft
  }

  private mutating func exceptional() -> LessonDraft? {
    var draft = LessonDraft(.exceptionalDays)
    take([.lessonIgnore, .lessonExceptional, .lessonAdd, .lessonValidate, .lessonAnomaly])
    draft.days = takeDays(of: utterance.times) ?? takeWeekday()
    draft.reason = takeReason()
    draft.thing = takeThing(among: ["category", "product"])
    draft.unexplained = takeRest()
    draft.pointsBack = draft.days == nil
    // « ignore les retours » speaks of no day: an order we do not follow.
    guard draft.days != nil || draft.unexplained.isEmpty && draft.thing == nil else { return nil }
    return draft
  }
}
