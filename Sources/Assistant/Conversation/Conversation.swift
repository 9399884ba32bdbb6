package import Interpretation
import Language
import Lessons
import Planning
import SemanticModel
package import Values

/// One conversation: remembers the last question, edits it by follow-ups, and takes answers to its own questions.
///
/// A value of its own for each user or session, so that nothing leaks from one into another.
package struct Conversation: Sendable {
  package private(set) var assistant: Assistant
  /// The turns answered so far, newest last; « annule » goes back along them.
  private var turns: [Turn] = []
  /// The last answer that had a query: what « ces produits » and « comment ? » speak of.
  package private(set) var last: Answer?
  /// The question asked back last, while it waits for its answer.
  private var pending: AskedBack?
  /// The question asked back that was answered last, with the choices not taken: « et l'autre ? ».
  private var settled: AskedBack?
  /// A question of its own that got no answer since then: follow-ups would be meant for it.
  private var unanswered: String?
  private var tongue: Tongue?
  /// A lesson that waits for a yes.
  private var proposal: LessonProposal?
  /// Whether what is proposed waits for the next turn; else there is none.
  private let isWaiting: Bool

  /// Most turns kept to go back to.
  private static let memory = 50

  /// - Parameters:
  ///   - assistant: what answers.
  ///   - isWaiting: whether another turn may follow, which can agree to a lesson.
  package init(_ assistant: Assistant, isWaiting: Bool = true) {
    self.assistant = assistant
    self.isWaiting = isWaiting
  }

  /// The same conversation, gone on with by another assistant on the same database: one with its own connection.
  package func continued(by assistant: Assistant) -> Conversation {
    var conversation = self
    conversation.assistant = assistant
    return conversation
  }

  /// Answers one turn.
  package mutating func ask(_ text: String, tongue forced: Tongue? = nil) -> Answer {
    if let answer = settle(text, forced) { return answer }
    if let answer = reply(toProposal: text, forced) { return answer }
    let isOther = pending == nil && Choosing.isOther(text)
    if isOther, let settled, settled.answer.choices.count > 1 {
      pending = settled
      return settled.answer
    }
    let asked = pending ?? (isOther ? settled : nil)
    let chosen = asked.flatMap { asked in
      isOther
        ? asked.answer.choices.first?.question
        : Choosing(among: asked.answer, assistant, tongue).question(text)
    }
    settled = chosen.flatMap { asked?.without($0) }
    pending = nil
    let opening = assistant.interpreter.opening(utterance(chosen ?? text, forced))
    let forced = forced ?? opening.tongue
    if opening.isNewTopic { turns = [] }
    if opening.rest.isEmpty, let wanted = opening.tongue, let turn = turns.last {
      return retell(turn, in: wanted)
    }
    let utterance = utterance(opening.rest, forced)
    if var answer = lesson(utterance) {
      answer.question = chosen ?? text
      return answer
    }
    if let upkeep = assistant.interpreter.upkeep(utterance) {
      return assistant.saying(.upkeep(upkeep), utterance)
    }
    if let order = assistant.interpreter.conversationOrder(utterance) {
      return carryOut(order, utterance)
    }
    // A whole question chosen among others goes on from nothing.
    let isWhole = chosen != nil && asked?.isFollowUp == false
    let followUp =
      isWhole || assistant.interpreter.isSmallTalk(utterance) ? nil : followUp(utterance)
    var answer = followUp ?? afresh(utterance, asked?.answer)
    remember(answer, of: utterance, isFollowUp: followUp != nil)
    answer.question = chosen ?? text
    return answer
  }

  /// The answer to a question of its own; words that only go on from another are told apart from those without one.
  private func afresh(_ utterance: Utterance, _ asked: Answer?) -> Answer {
    var answer = assistant.ask(utterance.text, tongue: utterance.tongue)
    let before = turns.last?.said.text
    if answer.reason == .nothingBefore, let before { answer.reason = .unclearChange(of: before) }
    guard let query = answer.query, answer.talk == nil, query.namesOnlyThings,
      assistant.interpreter.isFragmentary(utterance)
    else { return answer }
    // « fournisseurs », behind a question or one asked back, is hardly a wish for all of them.
    return asked ?? before.map { assistant.asking(toClarify: $0, utterance) } ?? answer
  }

  /// Whether a question that got no answer had a subject of its own: what follows speaks of that one.
  private func hasSubject(_ utterance: Utterance) -> Bool {
    guard let fragment = assistant.interpreter.fragments(utterance).first else { return false }
    // « par vendeur » is no subject, whatever it names.
    let isGrouping =
      utterance.tokens.first.map { ["par", "by", "per"].contains($0.folded) } ?? false
    return !isGrouping && !fragment.opens && !fragment.adds && !fragment.refersBack
      && (!fragment.metrics.isEmpty || fragment.namesThing)
  }

  /// Answers a question of its own, whatever was said before; follow-ups may change it.
  package mutating func askAfresh(_ text: String, tongue: Tongue?) -> Answer {
    (pending, proposal) = (nil, nil)
    let utterance = utterance(text, tongue)
    if let answer = lesson(utterance) { return answer }
    let answer = assistant.ask(text, tongue: tongue)
    remember(answer, of: utterance, isFollowUp: false)
    return answer
  }

  /// The turn behind what a model proposed: a yes asks that, a no drops it; nil for a turn like any other.
  private mutating func reply(toProposal text: String, _ forced: Tongue?) -> Answer? {
    guard let asked = pending?.answer, case .proposed = asked.reason else { return nil }
    pending = nil
    let utterance = utterance(text, forced)
    switch ProposalReply(text, to: asked, utterance, assistant.interpreter) {
    case .accepted(let question): return askAfresh(question, tongue: asked.language)
    case .declined:
      let refusal = assistant.refusal(.declined, text, asked.language)
      return assistant.finish(refusal, since: ContinuousClock().now)
    case nil: return nil
    }
  }

  // MARK: - Lessons

  /// Answers a proposal that a sentence of another surface makes: a command of the chat.
  package mutating func propose(_ draft: LessonDraft, for text: String, tongue: Tongue?) -> Answer {
    (pending, proposal) = (nil, nil)
    return reply(to: .teach(draft), utterance(text, tongue))
  }

  /// The end of a proposal by yes or no; anything else drops it and is answered for itself.
  private mutating func settle(_ text: String, _ forced: Tongue?) -> Answer? {
    guard let proposal else { return nil }
    self.proposal = nil
    let utterance = utterance(text, forced)
    guard let isAgreed = assistant.interpreter.consent(utterance) else { return nil }
    guard isAgreed else {
      return assistant.lessonAnswer(.dropped, utterance, since: ContinuousClock().now)
    }
    return assistant.carryOut(proposal, for: utterance)
  }

  /// The answer to a sentence that teaches, or asks what was taught; nil for every other one.
  private mutating func lesson(_ utterance: Utterance) -> Answer? {
    assistant.lessonWish(utterance).map { reply(to: $0, utterance) }
  }

  private mutating func reply(to wish: LessonWish, _ utterance: Utterance) -> Answer {
    let answer = assistant.answer(wish, to: utterance, after: last, isWaiting: isWaiting)
    tongue = answer.language
    if case .lesson(.proposed(let made, isWaiting: true)) = answer.talk { proposal = made }
    // Which of several products is meant: the whole sentence is said again for the one chosen.
    pending = answer.choices.isEmpty ? nil : AskedBack(answer: answer, isFollowUp: false)
    return answer
  }

  /// What a text asks of the conversation itself; nil where it asks for anything else.
  package func order(_ text: String) -> ConversationOrder? {
    assistant.interpreter.conversationOrder(utterance(text, nil))
  }

  /// Forgets everything.
  package mutating func reset() {
    self = Conversation(assistant, isWaiting: isWaiting)
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
      guard let query = changed(utterance) ?? assistant.query(utterance) else { return false }
      turns.append(Turn(said: said, query: query, isFollowUp: !turns.isEmpty))
      tongue = said.tongue
    }
    return !turns.isEmpty
  }

  private func changed(_ utterance: Utterance) -> Query? {
    turns.last.flatMap {
      FollowUp(assistant, utterance).query(after: $0.query, earlier: earlier)
    }
  }

  /// The last answer anew, with the rows of today.
  package mutating func retell() -> Answer? {
    turns.last.map { retell($0, in: $0.said.tongue) }
  }

  private mutating func retell(_ turn: Turn, in tongue: Tongue) -> Answer {
    var said = turn.said
    said.tongue = tongue
    let answer = assistant.answer(turn.query, to: said.utterance, carrying: nil)
    self.tongue = tongue
    last = answer
    return answer
  }

  /// The query before the last one.
  private var earlier: Query? { turns.dropLast().last?.query }

  // MARK: - What was said

  private func utterance(_ text: String, _ forced: Tongue?) -> Utterance {
    assistant.utterance(text, in: forced, spoken: tongue)
  }

  // MARK: - Follow-ups

  /// The answer to the query before with what these words change; nil when they are a question of their own.
  private func followUp(_ utterance: Utterance) -> Answer? {
    guard let before = turns.last?.query else { return nil }
    let change = FollowUp(assistant, utterance)
    if let query = change.query(after: before, earlier: earlier, showing: last?.shownTime) {
      if query == before, !change.repeats { return unchanged(utterance) }
      if let unanswered { return assistant.asking(toClarify: unanswered, utterance) }
      if let name = change.sharedName, let which = assistant.asking(which: name, query, utterance) {
        return which
      }
      let carried = Answer.Carried(before: before, after: query)
      return assistant.answer(query, to: utterance, carrying: carried)
    }
    if let name = change.doubtfulName { return assistant.asking(name, utterance) }
    // « celui qui en a le plus », where no line can be told apart: better asked than taken for all of them.
    return change.namesLine
      ? assistant.asking(toClarify: turns.last?.said.text ?? "", utterance) : nil
  }

  /// Words that change nothing: a question of its own where they answer one, else asked about.
  private func unchanged(_ utterance: Utterance) -> Answer? {
    if assistant.answers(utterance) { return nil }
    return assistant.asking(toClarify: turns.last?.said.text ?? "", utterance)
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
    case .backToFirst:
      if let start = turns.lastIndex(where: { !$0.isFollowUp }) {
        turns.removeLast(turns.count - start - 1)
      }
      return retell() ?? assistant.saying(.nothingYet, utterance)
    case .reason:
      guard let last = last ?? retell() else { return assistant.saying(.nothingYet, utterance) }
      return reason(of: last, utterance)
    case .explain, .elapsed, .chart, .export:
      guard let last = last ?? retell() else { return assistant.saying(.nothingYet, utterance) }
      return assistant.speaking(of: last, order, utterance)
    }
  }

  /// What the change told last is made of; where there is none, how the figures were found.
  private mutating func reason(of last: Answer, _ utterance: Utterance) -> Answer {
    let edit = QueryEdit(model: assistant.model, now: utterance.clock.now)
    guard let query = last.query.flatMap(edit.reason), assistant.canPlan(query) else {
      return assistant.speaking(of: last, .explain(.method), utterance)
    }
    let answer = assistant.answer(query, to: utterance, carrying: nil)
    remember(answer, of: utterance, isFollowUp: true)
    return answer
  }

  private mutating func remember(_ answer: Answer, of utterance: Utterance, isFollowUp: Bool) {
    tongue = answer.language
    let isAskedBack = answer.status == .clarification
    pending = isAskedBack ? AskedBack(answer: answer, isFollowUp: isFollowUp) : nil
    if !isFollowUp, [.refused, .clarification].contains(answer.status),
      answer.reason != .writeRequest, hasSubject(utterance)
    {
      unanswered = utterance.text
    }
    // What comes next speaks of the question said last.
    let answer = answer.further.last { $0.status == .answered && $0.query != nil } ?? answer
    guard answer.status == .answered, let query = answer.query else { return }
    unanswered = nil
    last = answer
    let said = Said(utterance.text, tongue: answer.language, day: utterance.clock.now)
    turns.append(Turn(said: said, query: query, isFollowUp: isFollowUp))
    if turns.count > Self.memory { turns.removeFirst() }
  }
}

extension Query {
  /// Whether it lists all of some things, without a figure or a choice among them.
  fileprivate var namesOnlyThings: Bool {
    measures.isEmpty && filters.isEmpty && conditions.isEmpty && period == nil && rollup == nil
  }
}
