import CMicroHTTPD
import Glibc
import Synchronization

/// A body that is written while it is sent: one side writes, the server's thread reads.
///
/// While there is nothing to send, the connection is suspended and costs nothing.
package final class BodyStream: Sendable {
  private struct State: @unchecked Sendable {
    // Unchecked for the pointer, which is used under the lock only, and stands while its connection is suspended.
    var bytes: [UInt8] = []
    /// Of `bytes`, those that were sent.
    var sent = 0
    var isFinished = false
    /// The peer is gone, or the response was dropped.
    var isClosed = false
    /// The connection that waits for more.
    var waiting: OpaquePointer?
    /// Called once when all was written.
    var onFinish: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  package init() {}

  /// Adds a text; nothing happens once the reader is gone.
  ///
  /// - Returns: whether somebody may still read it.
  @discardableResult
  package func write(_ text: String) -> Bool {
    state.withLock { state in
      guard !state.isClosed, !state.isFinished else { return false }
      state.bytes.append(contentsOf: text.utf8)
      Self.wake(&state)
      return true
    }
  }

  /// Ends the body.
  package func finish() {
    state.withLock { state in
      guard !state.isFinished else { return }
      // Before the reader can see the end: what it does then must come later.
      state.onFinish?()
      state.onFinish = nil
      state.isFinished = true
      Self.wake(&state)
    }
  }

  /// Whether nobody reads it any more.
  package var isClosed: Bool {
    state.withLock { $0.isClosed || $0.waiting.map(PeerPresence.isGone) ?? false }
  }

  /// Has something done when the last byte was written, at once where it was.
  ///
  /// It must not use this stream.
  func whenFinished(_ body: @escaping @Sendable () -> Void) {
    state.withLock { state in
      if state.isFinished { body() } else { state.onFinish = body }
    }
  }

  /// Nobody reads it any more.
  func close() {
    state.withLock { state in
      state.isClosed = true
      state.waiting = nil
      state.onFinish = nil
      state.bytes = []
      state.sent = 0
    }
  }

  /// What the server's thread reads next: a count of bytes, 0 after having suspended the connection, or the end.
  func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>,
    for connection: OpaquePointer
  ) -> Int? {
    state.withLock { state in
      let rest = state.bytes.count - state.sent
      if rest == 0 {
        if state.isFinished { return nil }
        state.waiting = connection
        MHD_suspend_connection(connection)
        return 0
      }
      let count = min(rest, buffer.count)
      state.bytes.withUnsafeBufferPointer { bytes in
        _ = buffer.update(fromContentsOf: bytes[state.sent..<state.sent + count])
      }
      state.sent += count
      if state.sent == state.bytes.count {
        state.bytes.removeAll(keepingCapacity: true)
        state.sent = 0
      }
      return count
    }
  }

  private static func wake(_ state: inout State) {
    guard let connection = state.waiting else { return }
    state.waiting = nil
    MHD_resume_connection(connection)
  }
}
