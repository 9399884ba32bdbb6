package import Assistant
package import SemanticModel
import Values

/// Two or three questions worth asking after an answer, as they can be typed in the same conversation.
///
/// ```swift
/// var next = NextQuestions(assistant)
/// next.after(answer).map(\.text)  // « et par catégorie ? », « compare à l'année d'avant », « et la marge brute ? »
/// ```
/// Each is offered only when its text, typed next, comes to the very query it stands for, and this database can
/// answer that. A value for each conversation: what was answered, or offered just before, is not offered.
package struct NextQuestions: Sendable {
  /// A question worth asking next.
  package struct Offer: Hashable, Sendable {
    /// As it can be typed.
    package let text: String
    /// What it comes to.
    package let query: Query
  }

  private let assistant: Assistant
  /// The queries answered so far, newest last.
  private var answered: [Query] = []
  /// What was offered after the answer before.
  private var offered: [String] = []

  /// Most offered at once, and most of them in one direction.
  private static let most = 3
  private static let mostAlike = 2
  /// Most queries kept from being offered.
  private static let memory = 50

  package init(_ assistant: Assistant) {
    self.assistant = assistant
  }

  /// What to ask next, in the language of the answer; nothing after a refusal, a question back or small talk.
  package mutating func after(_ answer: Answer) -> [Offer] {
    guard answer.status == .answered, answer.talk == nil, let query = answer.query else {
      return []
    }
    answered = Array((answered + [query]).suffix(Self.memory))
    let offers = offers(after: query, answer)
    offered = offers.map(\.text)
    return offers
  }

  /// The first good one of each direction, then second ones where a direction has none.
  private func offers(after query: Query, _ answer: Answer) -> [Offer] {
    let voice = Voice(answer, model: assistant.model)
    var directions = assistant.nextMoves(after: answer).map { $0[...] }
    var offers: [Offer] = []
    for _ in 0..<Self.mostAlike {
      for place in directions.indices where offers.count < Self.most {
        while let move = directions[place].popFirst() {
          guard let offer = offer(move, after: query, voice) else { continue }
          offers.append(offer)
          break
        }
      }
    }
    return offers
  }

  /// A move in words, where it is new and sure to be understood.
  private func offer(_ move: NextMove, after query: Query, _ voice: Voice) -> Offer? {
    let text = NextMoveWords(voice).text(move)
    guard !offered.contains(text), let meant = assistant.query(of: move, after: query),
      !answered.contains(meant),
      assistant.query(typing: text, after: query, in: voice.tongue) == meant
    else { return nil }
    return Offer(text: text, query: meant)
  }
}
