import CMicroHTTPD
import Synchronization

/// One request on its way through the server: its head, the body so far, the response once there is one.
///
/// libmicrohttpd holds it from the head to the end of the response. Its fields are touched by the server's thread
/// only, but for those in the lock.
final class Exchange {
  /// What the server does with a body that grows.
  enum Intake {
    case going
    /// Longer than permitted: the rest is dropped, and then refused.
    case tooLong
    /// So much longer that the connection is cut.
    case hopeless
  }

  /// How far the server is with it.
  enum Stage {
    /// It is read, and the handler was not asked.
    case reading
    /// What takes time is started at the next call.
    case starting(@Sendable (Reply) -> Void)
    /// The response is awaited.
    case started
  }

  var request: Request
  private let bodyLimit: Int
  private var dropped = 0
  private(set) var intake = Intake.going
  /// How far the server is.
  var stage = Stage.reading
  /// The body that is sent, so that it is told when its reader is gone.
  var stream: BodyStream?
  let reply: Reply

  init(_ request: Request, connection: OpaquePointer, bodyLimit: Int) {
    self.request = request
    self.bodyLimit = bodyLimit
    reply = Reply(connection)
  }

  /// The request ended, with its response sent or not.
  func end() {
    stream?.close()
    guard case .starting(let start) = stage else { return }
    // The peer went away in between: who was asked may hold something until it was started.
    stage = .started
    reply.drop()
    start(reply)
  }

  /// Adds bytes of the body.
  func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    if case .going = intake, request.body.count + bytes.count <= bodyLimit {
      request.body.append(contentsOf: bytes)
      return
    }
    request.body = []
    dropped += bytes.count
    intake = dropped > 4 * bodyLimit ? .hopeless : .tooLong
  }
}

/// Where the response to one request goes, once, from any thread.
package final class Reply: Sendable {
  private struct State: @unchecked Sendable {
    // The pointer stands while the connection is suspended, and is used under the lock only.
    var connection: OpaquePointer?
    var response: Response?
  }

  private let state: Mutex<State>

  init(_ connection: OpaquePointer) {
    state = Mutex(State(connection: connection))
  }

  /// Sends the response; a second one is ignored.
  package func send(_ response: Response) {
    state.withLock { state in
      guard let connection = state.connection else { return }
      state.connection = nil
      state.response = response
      MHD_resume_connection(connection)
    }
  }

  /// Whether nobody will read the response, as far as can be seen before it is sent.
  package var isAbandoned: Bool {
    state.withLock { $0.connection.map(PeerPresence.isGone) ?? true }
  }

  /// Nobody awaits the response any more: the connection must not be touched.
  func drop() { state.withLock { $0.connection = nil } }

  /// The response, if it is there.
  func take() -> Response? {
    state.withLock { state in
      defer { state.response = nil }
      return state.response
    }
  }
}
