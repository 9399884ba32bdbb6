import Glibc
import Synchronization

/// Tells connections apart, and is no way to them.
struct ConnectionKey: Hashable, Sendable {
  private let address: UInt

  init(_ connection: OpaquePointer) {
    address = UInt(bitPattern: connection)
  }
}

/// Who is connected and what they are at, so that those who dawdle are cut and others find room.
///
/// libmicrohttpd's own time limit begins anew with every byte; these do not.
final class ConnectionBook: Sendable {
  /// What a connection is at.
  enum Phase {
    /// Between requests, or sending the head of one.
    case idle
    case sendingBody
    /// The server is at work: it takes the time it takes.
    case waiting
    case readingResponse
  }

  private struct Entry {
    let socket: Int32
    var phase = Phase.idle
    var since = ContinuousClock.now
  }

  private struct State {
    var entries: [ConnectionKey: Entry] = [:]
    var active = 0
  }

  private let limits: ServerLimits
  private let state = Mutex(State())

  init(_ limits: ServerLimits) {
    self.limits = limits
  }

  /// How many are connected.
  var count: Int { state.withLock { $0.entries.count } }
  /// How many have a request that is not answered wholly.
  var activeCount: Int { state.withLock(\.active) }

  /// A connection was made; the ones that idle longest make room when there are too many.
  func open(_ connection: ConnectionKey, socket: Int32) {
    let (room, idle) = (limits.connections * 9 / 10, Phase.idle)
    state.withLock { state in
      state.entries[connection] = Entry(socket: socket)
      guard state.entries.count > room else { return }
      // A tenth at once, so that the search is rare.
      let oldest = state.entries.values.filter { $0.phase == idle }.sorted { $0.since < $1.since }
      for entry in oldest.prefix(limits.connections / 10) { Self.cut(entry) }
    }
  }

  /// A connection is gone: its socket must not be touched any more.
  func close(_ connection: ConnectionKey) {
    state.withLock { state in
      if let entry = state.entries.removeValue(forKey: connection), entry.phase != .idle {
        state.active -= 1
      }
    }
  }

  /// A connection is at something else from now on.
  func mark(_ connection: ConnectionKey, _ phase: Phase) {
    state.withLock { state in
      guard let old = state.entries[connection]?.phase else { return }
      state.active += (phase == .idle ? 0 : 1) - (old == .idle ? 0 : 1)
      state.entries[connection]?.phase = phase
      state.entries[connection]?.since = .now
    }
  }

  /// Cuts those that take too long for what they are at.
  func sweep(now: ContinuousClock.Instant = .now) {
    state.withLock { state in
      for entry in state.entries.values {
        guard let limit = limit(of: entry.phase), now - entry.since > limit else { continue }
        Self.cut(entry)
      }
    }
  }

  private func limit(of phase: Phase) -> Duration? {
    switch phase {
    case .idle: limits.headTime
    case .sendingBody: limits.bodyTime
    case .waiting: nil
    case .readingResponse: limits.responseTime
    }
  }

  /// The server's thread notices the end of a socket that is shut down, and closes it.
  private static func cut(_ entry: Entry) { shutdown(entry.socket, Int32(SHUT_RDWR)) }
}
