import Synchronization

/// Answers by what was said, as long as they stand: those not asked for longest make room.
final class AnswerCache: Sendable {
  private struct Entry {
    let told: Told
    /// When it was last asked for, counted in requests.
    var usedAt: UInt64
    /// Stays when the edition changes: what was noted once must not be noted again.
    let isPinned: Bool
  }

  private struct State {
    var edition: Edition?
    var entries: [Dialogue: Entry] = [:]
    var weight = 0
    var clock: UInt64 = 0
  }

  private let state = Mutex(State())
  private let most: Int
  private let mostWeight: Int

  /// - Parameters:
  ///   - most: dialogues.
  ///   - mostWeight: values of all their answers together.
  init(most: Int = 2_000, mostWeight: Int = 1_000_000) {
    self.most = most
    self.mostWeight = mostWeight
  }

  /// How many dialogues are kept.
  var count: Int { state.withLock(\.entries.count) }

  /// What was told last in a dialogue, if that still stands.
  func told(_ dialogue: Dialogue, in edition: Edition) -> Told? {
    state.withLock { state in
      Self.turn(&state, to: edition)
      state.clock += 1
      guard let entry = state.entries[dialogue] else { return nil }
      state.entries[dialogue]?.usedAt = state.clock
      return entry.told
    }
  }

  /// Keeps what was told.
  ///
  /// - Parameters:
  ///   - told: what was told.
  ///   - dialogue: what it was told to.
  ///   - edition: that of before the answer was computed, so that what changed meanwhile counts.
  ///   - isPinned: whether it stays when the edition changes.
  func keep(_ told: Told, for dialogue: Dialogue, in edition: Edition, isPinned: Bool = false) {
    state.withLock { state in
      guard state.edition == edition || isPinned, told.weight <= mostWeight / 4 else { return }
      state.clock += 1
      if let old = state.entries[dialogue] { state.weight -= old.told.weight }
      state.entries[dialogue] = Entry(told: told, usedAt: state.clock, isPinned: isPinned)
      state.weight += told.weight
      if state.entries.count > most || state.weight > mostWeight { makeRoom(&state) }
    }
  }

  /// Of another edition than the last one, nothing stands any more.
  private static func turn(_ state: inout State, to edition: Edition) {
    guard state.edition != edition else { return }
    state.edition = edition
    state.entries = state.entries.filter { $0.value.isPinned }
    state.weight = state.entries.values.reduce(0) { $0 + $1.told.weight }
  }

  /// Drops a quarter at once, so that it is rare.
  private func makeRoom(_ state: inout State) {
    for (dialogue, entry) in state.entries.sorted(by: { $0.value.usedAt < $1.value.usedAt }) {
      guard state.entries.count > most * 3 / 4 || state.weight > mostWeight * 3 / 4 else { return }
      state.entries[dialogue] = nil
      state.weight -= entry.told.weight
    }
  }
}
