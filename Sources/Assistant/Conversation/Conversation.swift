import Interpretation
import Language
import Planning
import SemanticModel
package import Values

/// One conversation: remembers the last question, edits it by follow-ups, and takes answers to its own questions.
///
/// A value of its own for each user or session, so that nothing leaks from one into another.
package struct Conversation: Sendable {
  package let assistant: Assistant
  /// The queries answered so far, newest last; « annule » goes back along them.
  private var queries: [Query] = []
  /// The last answer that had a query: what « ces produits » and « comment ? » speak of.
  package private(set) var last: Answer?
  /// The question asked back last, while it waits for its answer.
  private var pending: Answer?
  private var tongue: Tongue?

  /// Most queries kept to go back to.
  private static let memory = 50

  package init(_ assistant: Assistant) {
    self.assistant = assistant
  }

  /// Answers one turn.
  package mutating func ask(_ text: String, tongue forced: Tongue? = nil) -> Answer {
    let text = chosen(text) ?? text
    pending = nil
    let utterance = utterance(text, forced)
    if let word = assistant.interpreter.conversationWord(utterance) {
      return carryOut(word, utterance)
    }
    let answer = followUp(utterance) ?? assistant.ask(text, tongue: utterance.tongue)
    remember(answer)
    return answer
  }

  /// Answers a question of its own, whatever was said before; follow-ups may change it.
  package mutating func askAfresh(_ text: String, tongue: Tongue?) -> Answer {
    pending = nil
    let answer = assistant.ask(text, tongue: tongue)
    remember(answer)
    return answer
  }

  /// Forgets everything.
  package mutating func reset() {
    self = Conversation(assistant)
  }

  // MARK: - What was said

  private func utterance(_ text: String, _ forced: Tongue?) -> Utterance {
    let clock = Clock(now: assistant.context.facts.now)
    let free = Utterance(text, clock: clock, tongue: forced)
    // A few words tell no language: they are in the one spoken so far.
    guard forced == nil, let tongue, free.tokens.count <= 4 else { return free }
    return Utterance(text, clock: clock, tongue: tongue)
  }

  /// The full question behind « 2 », « le premier », or a label of the choices offered.
  private func chosen(_ text: String) -> String? {
    guard let choices = pending?.choices, !choices.isEmpty else { return nil }
    let said = Fold.fold(text).trimmingPunctuation
    if let number = Int(said) ?? Self.ordinals[said], choices.indices.contains(number - 1) {
      return choices[number - 1].question
    }
    let words = Self.words(said).subtracting(Self.small)
    let fits = choices.filter { words.isSubset(of: Self.words(Fold.fold($0.label))) }
    if !words.isEmpty, fits.count == 1 { return fits[0].question }
    return words.isEmpty || words.count > 4 ? nil : inPlace(text)
  }

  /// The question asked back about with the word in doubt replaced by what was said, where that answers it.
  private func inPlace(_ text: String) -> String? {
    guard let pending, case .ambiguousMeaning(let word) = pending.reason,
      let place = pending.question.firstRange(of: word)
    else { return nil }
    let clear = pending.question.replacingCharacters(in: place, with: text)
    return assistant.canAnswer(clear, tongue: tongue) ? clear : nil
  }

  private static let small: Set<String> = [
    "le", "la", "les", "l", "the", "de", "des", "of", "celles", "ceux", "aux", "a",
  ]

  /// The words of a label without the marks of the plural.
  private static func words(_ text: String) -> Set<String> {
    Set(
      text.split(whereSeparator: { " '’-".contains($0) }).map { word in
        word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : String(word)
      }
    )
  }

  private static let ordinals = [
    "le premier": 1, "la premiere": 1, "premier": 1, "the first": 1, "first": 1, "the first one": 1,
    "le deuxieme": 2, "la deuxieme": 2, "le second": 2, "la seconde": 2, "second": 2,
    "the second": 2,
    "the second one": 2, "le troisieme": 3, "la troisieme": 3, "third": 3, "the third": 3,
    "the third one": 3,
    "le dernier": 2, "la derniere": 2, "the last one": 2,
  ]

  // MARK: - Follow-ups

  /// The answer to the query before with what these words change; nil when they are a question of their own.
  private func followUp(_ utterance: Utterance) -> Answer? {
    guard let before = queries.last else { return nil }
    let fragments = assistant.interpreter.fragments(utterance)
    if let query = edited(before, by: fragments.filter(\.unexplained.isEmpty), utterance) {
      let carried = Answer.Carried(before: before, after: query)
      return assistant.answer(query, to: utterance, carrying: carried)
    }
    // A name that fits several things is asked about.
    guard let first = fragments.first, let name = first.ambiguousNames.first,
      isFollowUp(first, utterance)
    else { return nil }
    return assistant.asking(name, utterance)
  }

  private func edited(_ before: Query, by fragments: [Fragment], _ utterance: Utterance) -> Query? {
    guard let first = fragments.first, first.ambiguousNames.isEmpty, isFollowUp(first, utterance)
    else { return nil }
    let edit = QueryEdit(model: assistant.model, now: assistant.context.facts.now)
    let rivals = fragments.filter { $0.ambiguousNames.isEmpty && $0.rank > first.rank - 0.4 }
    let alike = rivals.filter { fragment in
      fragment.metrics == first.metrics && fragment.things == first.things
        && fragment.keys == first.keys
    }
    let others =
      first.refersBack ? rivals.filter { !alike.contains($0) && isFollowUp($0, utterance) } : []
    let queries = (alike + others).map { edit.apply($0, to: before) }
    // « pareil pour Lille »: of the things called so, one that the question before can be told of.
    return queries.first { (try? assistant.planner.plan($0)) != nil } ?? queries.first
  }

  private func isFollowUp(_ fragment: Fragment, _ utterance: Utterance) -> Bool {
    guard !fragment.isEmpty else { return false }
    if fragment.refersBack {
      return !fragment.metrics.isEmpty || !fragment.things.isEmpty || !fragment.keys.isEmpty
    }
    if fragment.opens, fragment.metrics.count == 1, fragment.things.isEmpty, fragment.keys.isEmpty,
      !fragment.namesThing
    {
      // "how much revenue is that?"
      return true
    }
    let asksAnew = assistant.interpreter.asksAnew(utterance)
    if asksAnew, fragment.namesThing || !fragment.metrics.isEmpty { return false }
    if fragment.sortsBy != nil { return true }
    // « avec le fournisseur » adds to what was asked; « produits dormants avec leur valeur » is a question.
    let adds = fragment.adds && (fragment.metrics.isEmpty || !fragment.namesThing)
    if fragment.opens || adds, fragment.metrics.count + fragment.things.count <= 2 {
      return true
    }
    if fragment.metrics.count == 1, fragment.things.isEmpty, fragment.keys.isEmpty,
      fragment.periods.isEmpty, utterance.tokens.count <= 5
    {
      // « en quantité », "margin rate please": the same in another figure.
      return true
    }
    return fragment.metrics.isEmpty && fragment.things.isEmpty
  }

  // MARK: - The conversation itself

  private mutating func carryOut(_ word: Interpreter.ConversationWord, _ utterance: Utterance)
    -> Answer
  {
    switch word {
    case .restart:
      reset()
      return assistant.saying(.restarted, utterance)
    case .undo:
      _ = queries.popLast()
      guard let query = queries.last else {
        last = nil
        return assistant.saying(.restarted, utterance)
      }
      let answer = assistant.answer(query, to: utterance, carrying: nil)
      last = answer
      return answer
    case .explain:
      guard let last else { return assistant.saying(.nothingYet, utterance) }
      return assistant.explaining(last, utterance)
    }
  }

  private mutating func remember(_ answer: Answer) {
    tongue = answer.language
    pending = answer.status == .clarification ? answer : nil
    guard answer.status == .answered, let query = answer.query else { return }
    last = answer
    queries.append(query)
    if queries.count > Self.memory { queries.removeFirst() }
  }
}

extension String {
  /// Without blanks, points and question marks at either end.
  fileprivate var trimmingPunctuation: String {
    var text = Substring(self)
    let ends = " .?!«»\"'\t"
    while let first = text.first, ends.contains(first) { text.removeFirst() }
    while let last = text.last, ends.contains(last) { text.removeLast() }
    return String(text)
  }
}
