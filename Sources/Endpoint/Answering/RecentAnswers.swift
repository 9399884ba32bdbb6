import Assistant
import Synchronization

/// The answers given last, by their ids, without their rows.
final class RecentAnswers: Sendable {
  private struct State {
    var answers: [String: Answer] = [:]
    /// Their ids, in a ring.
    var ids: [String] = []
    var next = 0
  }

  private let state = Mutex(State())
  private static let most = 5_000

  /// Remembers one.
  func remember(_ answer: Answer) {
    state.withLock { state in
      guard state.answers[answer.id] == nil else { return }
      var answer = answer
      answer.rows = []
      state.answers[answer.id] = answer
      if state.ids.count < Self.most {
        state.ids.append(answer.id)
      } else {
        state.answers[state.ids[state.next]] = nil
        state.ids[state.next] = answer.id
        state.next = (state.next + 1) % Self.most
      }
    }
  }

  /// The one of an id.
  subscript(id: String) -> Answer? { state.withLock { $0.answers[id] } }
}
