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
  /// The turns answered so far, newest last; « annule » goes back along them.
  private var turns: [Turn] = []
  /// The last answer that had a query: what « ces produits » and « comment ? » speak of.
  package private(set) var last: Answer?
  /// The question asked back last, while it waits for its answer.
  private var pending: Answer?
  /// A question of its own that got no answer since then: follow-ups would be meant for it.
  private var unanswered: String?
  private var tongue: Tongue?

  /// Most turns kept to go back to.
  private static let memory = 50

  package init(_ assistant: Assistant) {
    self.assistant = assistant
  }

  /// Answers one turn.
  package mutating func ask(_ text: String, tongue forced: Tongue? = nil) -> Answer {
    let chosen = pending.flatMap { Choosing(among: $0, assistant, tongue).question(text) }
    pending = nil
    let opening = assistant.interpreter.opening(utterance(chosen ?? text, forced))
    let forced = forced ?? opening.tongue
    if opening.isNewTopic { turns = [] }
    if opening.rest.isEmpty, let wanted = opening.tongue, let turn = turns.last {
      return retell(turn, in: wanted)
    }
    let utterance = utterance(opening.rest, forced)
    if let order = assistant.interpreter.conversationOrder(utterance) {
      return carryOut(order, utterance)
    }
    let followUp = assistant.interpreter.isSmallTalk(utterance) ? nil : followUp(utterance)
    var answer = followUp ?? afresh(utterance)
    remember(answer, of: utterance, isFollowUp: followUp != nil)
    answer.question = chosen ?? text
    return answer
  }

  /// The answer to a question of its own; words that only go on from another are told apart from those without one.
  private func afresh(_ utterance: Utterance) -> Answer {
    var answer = assistant.ask(utterance.text, tongue: utterance.tongue)
    if answer.reason == .nothingBefore, let before = turns.last {
      answer.reason = .unclearChange(of: before.said.text)
    }
    return answer
  }

  /// Whether a question that got no answer had a subject of its own: what follows speaks of that one.
  private func hasSubject(_ utterance: Utterance) -> Bool {
    guard let fragment = assistant.interpreter.fragments(utterance).first else { return false }
    return !fragment.opens && !fragment.adds && !fragment.refersBack
      && (!fragment.metrics.isEmpty || fragment.namesThing)
  }

  /// Answers a question of its own, whatever was said before; follow-ups may change it.
  package mutating func askAfresh(_ text: String, tongue: Tongue?) -> Answer {
    pending = nil
    let answer = assistant.ask(text, tongue: tongue)
    remember(answer, of: utterance(text, tongue), isFollowUp: false)
    return answer
  }

  /// Forgets everything.
  package mutating func reset() {
    self = Conversation(assistant)
  }

  // MARK: - Taking up again

  /// The last question of its own and what changed it since: enough to take the conversation up again.
  package var topic: [Said] {
    let start = turns.lastIndex { !$0.isFollowUp } ?? turns.startIndex
    return turns[start...].map(\.said)
  }

  /// Goes through turns again without running their queries, each as of its own day.
  ///
  /// - Returns: whether all of them were understood, so that the last query is the one they came to.
  package mutating func recall(_ topic: [Said]) -> Bool {
    reset()
    for said in topic {
      let utterance = said.utterance
      guard let query = edited(utterance) ?? assistant.query(utterance) else { return false }
      turns.append(Turn(said: said, query: query, isFollowUp: !turns.isEmpty))
      tongue = said.tongue
    }
    return !turns.isEmpty
  }

  /// The last answer anew, with the rows of today.
  package mutating func retell() -> Answer? {
    turns.last.map { retell($0, in: $0.said.tongue) }
  }

  private mutating func retell(_ turn: Turn, in tongue: Tongue) -> Answer {
    let clock = Clock(now: turn.said.day)
    let utterance = Utterance(turn.said.text, clock: clock, tongue: tongue)
    let answer = assistant.answer(turn.query, to: utterance, carrying: nil)
    self.tongue = tongue
    last = answer
    return answer
  }

  // MARK: - What was said

  private func utterance(_ text: String, _ forced: Tongue?) -> Utterance {
    let clock = Clock(now: assistant.context.facts.now)
    let free = Utterance(text, clock: clock, tongue: forced)
    // A few words tell no language: they are in the one spoken so far.
    guard forced == nil, let tongue, free.tokens.count <= 4 else { return free }
    return Utterance(text, clock: clock, tongue: tongue)
  }

  // MARK: - Follow-ups

  /// The answer to the query before with what these words change; nil when they are a question of their own.
  private func followUp(_ utterance: Utterance) -> Answer? {
    guard let before = turns.last?.query else { return nil }
    if let query = edited(utterance) {
      if let unanswered { return assistant.asking(toClarify: unanswered, utterance) }
      let carried = Answer.Carried(before: before, after: query)
      return assistant.answer(query, to: utterance, carrying: carried)
    }
    // A name that fits several things is asked about.
    guard let first = assistant.interpreter.fragments(utterance).first,
      let name = first.ambiguousNames.first, isFollowUp(first, utterance)
    else { return nil }
    return assistant.asking(name, utterance)
  }

  /// The query before with what these words change; nil when they are a question of their own.
  private func edited(_ utterance: Utterance) -> Query? {
    guard let before = turns.last?.query else { return nil }
    let utterance = continuing(utterance)
    if let place = ListPlace(utterance) { return edited(before, at: place, utterance) }
    let fragments = assistant.interpreter.fragments(utterance).filter(\.unexplained.isEmpty)
    return edited(before, by: fragments, utterance)
  }

  /// The query about one line of the last result, or that line alone.
  private func edited(_ before: Query, at place: ListPlace, _ utterance: Utterance) -> Query? {
    let edit = QueryEdit(model: assistant.model, now: utterance.clock.now)
    let rest = Utterance(place.rest, clock: utterance.clock, tongue: utterance.tongue)
    let fragments = assistant.interpreter.fragments(rest)
    guard let first = fragments.first, !first.isEmpty else {
      return edit.line(place.number, of: before)
    }
    guard let narrowed = edit.narrowed(before, to: place.number) else { return nil }
    let clear = fragments.filter(\.unexplained.isEmpty).map { fragment in
      var fragment = fragment
      fragment.opens = true
      fragment.refersBack = false
      if fragment.asksWhat, fragment.keys.isEmpty, fragment.things.isEmpty,
        !fragment.metrics.isEmpty
      {
        // What is bought, sold or ordered is a product.
        fragment.things = ["product"]
      }
      return edit.apply(fragment, to: narrowed)
    }
    return clear.first { (try? assistant.planner.plan($0)) != nil }
  }

  /// The words as they are read behind a question: a bare "march" is a time.
  private func continuing(_ utterance: Utterance) -> Utterance {
    Utterance(
      utterance.text,
      clock: Clock(now: utterance.clock.now, continues: true),
      tongue: utterance.tongue
    )
  }

  private func edited(_ before: Query, by fragments: [Fragment], _ utterance: Utterance) -> Query? {
    guard let first = fragments.first(where: { !$0.isEmpty }), first.ambiguousNames.isEmpty,
      isFollowUp(first, utterance)
    else { return nil }
    let edit = QueryEdit(model: assistant.model, now: utterance.clock.now)
    let rivals = fragments.filter { fragment in
      // A figure may be another one of the same words, but none comes where none was said.
      fragment.ambiguousNames.isEmpty && fragment.rank > first.rank - Self.rivalry
        && fragment.metrics.isEmpty == first.metrics.isEmpty && isFollowUp(fragment, utterance)
    }
    // « pareil pour Lille »: of the things called so, the one that goes best with the question before.
    let ranked = rivals.enumerated().map { place, fragment in
      let query = edit.apply(fragment, to: before)
      let isPossible = (try? assistant.planner.plan(query)) != nil
      let fit = edit.kinship(of: fragment, with: before, besides: first)
      return (query: query, place: place, worth: isPossible ? fit + fragment.rank : -1)
    }
    guard let best = ranked.max(by: { ($0.worth, -$0.place) < ($1.worth, -$1.place) }) else {
      return nil
    }
    // What cannot be told of the question before, and names a figure of its own, stands by itself.
    let standsAlone = !first.metrics.isEmpty && !first.opens && !first.refersBack
    return best.worth < 0 && standsAlone ? nil : best.query
  }

  /// How much worse a reading of the words may be and still win by what was asked before.
  private static let rivalry = 0.4

  private func isFollowUp(_ fragment: Fragment, _ utterance: Utterance) -> Bool {
    guard !fragment.isEmpty else { return false }
    if fragment.refersBack {
      return !fragment.metrics.isEmpty || !fragment.things.isEmpty || !fragment.keys.isEmpty
        || !assistant.interpreter.asksAnew(utterance) || fragment.filters.isEmpty
    }
    if fragment.opens, fragment.metrics.count == 1, fragment.things.isEmpty, fragment.keys.isEmpty,
      !fragment.namesThing
    {
      // "how much revenue is that?"
      return true
    }
    let asksAnew = assistant.interpreter.asksAnew(utterance)
    // « quels clients ? » and nothing else: of what was told.
    if asksAnew, fragment.isOnlyThings, assistant.interpreter.asksWhich(utterance) { return true }
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
    if fragment.descends != nil, fragment.sortsBy != nil { return true }
    return fragment.metrics.isEmpty && fragment.things.isEmpty
  }

  // MARK: - The conversation itself

  private mutating func carryOut(_ order: ConversationOrder, _ utterance: Utterance) -> Answer {
    switch order {
    case .restart:
      reset()
      return assistant.saying(.restarted, utterance)
    case .undo:
      _ = turns.popLast()
      if let answer = retell() { return answer }
      last = nil
      return assistant.saying(.restarted, utterance)
    case .explain, .elapsed, .chart, .export, .reason:
      guard let last = last ?? retell() else { return assistant.saying(.nothingYet, utterance) }
      return assistant.speaking(of: last, order, utterance)
    }
  }

  private mutating func remember(_ answer: Answer, of utterance: Utterance, isFollowUp: Bool) {
    tongue = answer.language
    pending = answer.status == .clarification ? answer : nil
    if !isFollowUp, [.refused, .clarification].contains(answer.status),
      answer.reason != .writeRequest, hasSubject(utterance)
    {
      unanswered = utterance.text
    }
    guard answer.status == .answered, let query = answer.query else { return }
    unanswered = nil
    last = answer
    let said = Said(utterance.text, tongue: answer.language, day: utterance.clock.now)
    turns.append(Turn(said: said, query: query, isFollowUp: isFollowUp))
    if turns.count > Self.memory { turns.removeFirst() }
  }
}
