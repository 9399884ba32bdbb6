import Assistant
import Glibc
import Synchronization

/// Conversations that the server remembers, at most so many, each for so long after its last turn.
final class Sessions: Sendable {
  /// One of them.
  struct Session: Sendable {
    let id: String
    var conversation: Conversation?
    /// What was asked, and what kind of answer it got.
    var turns: [(question: String, status: Answer.Status)] = []
    let createdAt: Int
    var usedAt = ContinuousClock.now
    var isBusy = false
    /// Forgotten while it was busy.
    var isForgotten = false

    init(id: String) {
      self.id = id
      createdAt = time(nil)
    }

    /// About how many values it holds in memory.
    var weight: Int { (conversation?.last).map { $0.rows.count * $0.columns.count } ?? 0 }
  }

  /// Whose session of what name.
  private struct Key: Hashable {
    let owner: String
    let id: String
  }

  /// What became of a wish to go on with a session.
  enum Taking {
    case taken(Session)
    case busy
  }

  private let state = Mutex<[Key: Session]>([:])
  private let most: Int
  /// How long one stays after its last turn.
  let life: Duration
  /// Most values that all of them hold together.
  private static let mostWeight = 2_000_000
  /// Turns that are listed.
  private static let longestList = 100

  init(most: Int = 1_000, life: Duration = .seconds(3_600)) {
    self.most = most
    self.life = life
  }

  /// How many there are.
  var count: Int { state.withLock(\.count) }

  /// A name that nobody can guess.
  static func newName() -> String {
    let parts = (0..<2).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 36) }
    return "s-" + parts.joined()
  }

  /// Takes a session for one turn; a new one where there is none of that name.
  func take(_ id: String, of owner: String) -> Taking {
    state.withLock { state in
      expire(&state)
      let key = Key(owner: owner, id: id)
      var session = state[key] ?? Session(id: id)
      if session.isBusy { return .busy }
      session.isBusy = true
      state[key] = session
      makeRoom(&state, for: key)
      return .taken(session)
    }
  }

  /// Puts it back after the turn, with what the turn added.
  func put(_ session: Session, of owner: String) {
    var session = session
    session.isBusy = false
    session.usedAt = .now
    if session.turns.count > Self.longestList { session.turns.removeFirst() }
    let key = Key(owner: owner, id: session.id)
    state.withLock { state in
      let isForgotten = state[key]?.isForgotten ?? true
      state[key] = isForgotten ? nil : session
    }
  }

  /// A session as it is now; nil where there is none.
  func session(_ id: String, of owner: String) -> Session? {
    state.withLock { state in
      expire(&state)
      return state[Key(owner: owner, id: id)]
    }
  }

  /// Forgets one.
  ///
  /// - Returns: whether there was one.
  func forget(_ id: String, of owner: String) -> Bool {
    state.withLock { state in
      let key = Key(owner: owner, id: id)
      guard let session = state[key] else { return false }
      if session.isBusy { state[key]?.isForgotten = true } else { state[key] = nil }
      return true
    }
  }

  private func expire(_ state: inout [Key: Session]) {
    let now = ContinuousClock.now
    state = state.filter { $0.value.isBusy || now - $0.value.usedAt <= life }
  }

  /// Drops those that were used least recently until the others fit.
  private func makeRoom(_ state: inout [Key: Session], for new: Key) {
    var weight = state.values.reduce(0) { $0 + $1.weight }
    let idle = state.filter { !$0.value.isBusy && $0.key != new }
    for (key, session) in idle.sorted(by: { $0.value.usedAt < $1.value.usedAt }) {
      guard state.count > most || weight > Self.mostWeight else { return }
      state[key] = nil
      weight -= session.weight
    }
  }
}
