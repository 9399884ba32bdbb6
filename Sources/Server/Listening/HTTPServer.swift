import CMicroHTTPD
package import Diagnostics
import Glibc
import Synchronization

/// Speaks HTTP/1.1 on a socket: requests in, responses out, as values; the only user of libmicrohttpd.
///
/// One thread does all reading and writing. It asks the handler, which must not block there: what takes time answers
/// later, from another thread, and the connection is suspended meanwhile.
package final class HTTPServer: Sendable {
  /// What a request comes to.
  package enum Handling {
    case now(Response)
    /// Started once the connection is suspended; the reply may come from any thread.
    case later(@Sendable (Reply) -> Void)
  }

  /// What of a request is longer than permitted.
  package enum Excess: Sendable {
    case head, body
  }

  /// What the server asks about each request.
  package struct Handler: Sendable {
    /// Once the head is read: a response refuses the request before its body is read; else the caller may be noted.
    let refusal: @Sendable (inout Request) -> Response?
    /// Once all of it is read.
    let handling: @Sendable (Request) -> Handling
    /// A head or a body that is longer than permitted.
    let tooLong: @Sendable (Excess, Request) -> Response
    /// What every response still needs, such as headers.
    let finish: @Sendable (Response, Request) -> Response

    package init(
      refusal: @escaping @Sendable (inout Request) -> Response? = { _ in nil },
      tooLong: @escaping @Sendable (Excess, Request) -> Response = { excess, _ in
        Response(excess == .head ? 431 : 413)
      },
      handling: @escaping @Sendable (Request) -> Handling,
      finish: @escaping @Sendable (Response, Request) -> Response = { response, _ in response }
    ) {
      self.finish = finish
      self.refusal = refusal
      self.tooLong = tooLong
      self.handling = handling
    }
  }

  /// PEM texts for TLS.
  package struct Certificate: Sendable {
    let key: String
    let chain: String

    package init(key: String, chain: String) {
      self.key = key
      self.chain = chain
    }
  }

  private struct Daemon: @unchecked Sendable {
    // libmicrohttpd locks for itself; the pointer is used by `stop` and by its own thread.
    var pointer: OpaquePointer?
  }

  let handler: Handler
  let limits: ServerLimits
  let book: ConnectionBook
  /// Where it can be reached.
  package let address: ServerAddress
  private let daemon = Mutex(Daemon())
  private let ticker: Ticker

  /// Starts to serve.
  ///
  /// - Parameters:
  ///   - socket: taken over, and closed in the end.
  ///   - limits: what peers may take.
  ///   - certificate: for TLS; nil for plain HTTP.
  ///   - handler: what answers.
  /// - Throws: "serve.not-started".
  package init(
    _ socket: ListeningSocket,
    limits: ServerLimits = ServerLimits(),
    certificate: Certificate? = nil,
    handler: Handler
  ) throws(Failure) {
    Self.allowDescriptors(limits.connections + 200)
    self.handler = handler
    self.limits = limits
    address = socket.address
    let book = ConnectionBook(limits)
    self.book = book
    ticker = Ticker(every: .milliseconds(250)) { book.sweep() }
    let pointer = start(socket.descriptor, certificate)
    daemon.withLock { $0.pointer = pointer }
    guard pointer != nil else {
      ticker.stop()
      close(socket.descriptor)
      throw .notStarted(secure: certificate != nil)
    }
  }

  private func start(_ socket: Int32, _ certificate: Certificate?) -> OpaquePointer? {
    var settings = optiflow_mhd_settings()
    settings.listening = socket
    settings.connections = UInt32(limits.connections)
    // The library answers a head that has no room by itself, in HTML: so there is room for more than is permitted.
    // It takes cookies twice.
    settings.memory = 4 * limits.headSize
    // Only a last resort: the book's limits are tighter.
    settings.silence = 120
    // Released when the daemon has stopped.
    settings.owner = Unmanaged.passRetained(self).toOpaque()
    settings.access = HTTPCallbacks.access
    settings.completed = HTTPCallbacks.completed
    settings.connection = HTTPCallbacks.connection
    guard let certificate else { return optiflow_mhd_start(&settings) }
    return certificate.key.withCString { key in
      certificate.chain.withCString { chain in
        settings.key = key
        settings.certificate = chain
        return optiflow_mhd_start(&settings)
      }
    }
  }

  /// How many connections there are now.
  package var connectionCount: Int { book.count }

  /// Takes no more connections, lets what runs end, and stops.
  ///
  /// - Parameter giveUp: called when the grace is over and something still runs, to have it end.
  /// - Returns: whether all ended; if not, the process has to end with requests unanswered.
  @discardableResult
  package func stop(giveUp: () -> Void = {}) -> Bool {
    guard let pointer = daemon.withLock({ $0.pointer }) else { return true }
    let socket = MHD_quiesce_daemon(pointer)
    if socket >= 0 { close(socket) }
    if case .unix(let path) = address, !path.isEmpty { unlink(path) }
    var isIdle = waitUntilIdle(limits.grace)
    if !isIdle {
      giveUp()
      isIdle = waitUntilIdle(.seconds(2))
    }
    ticker.stop()
    // Suspended connections make MHD_stop_daemon abort the process.
    guard isIdle else { return false }
    MHD_stop_daemon(pointer)
    daemon.withLock { $0.pointer = nil }
    Unmanaged.passUnretained(self).release()
    return true
  }

  private func waitUntilIdle(_ time: Duration) -> Bool {
    let end = ContinuousClock.now + time
    while book.activeCount > 0 {
      if ContinuousClock.now >= end { return false }
      usleep(5_000)
    }
    return true
  }

  /// Each connection is a descriptor, and shells permit few.
  private static func allowDescriptors(_ count: Int) {
    var limit = rlimit()
    let kind = __rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue))
    guard getrlimit(kind, &limit) == 0, limit.rlim_cur < rlim_t(count) else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(count))
    setrlimit(kind, &limit)
  }
}

extension Failure {
  fileprivate static func notStarted(secure: Bool) -> Failure {
    Failure(
      .environment,
      code: "serve.not-started",
      french: "Le serveur n'a pas pu démarrer.",
      english: "The server could not start.",
      frenchHint: secure
        ? "Vérifiez que --tls-key et --tls-cert sont des fichiers PEM qui vont ensemble."
        : "Vérifiez le nombre de descripteurs permis (ulimit -n).",
      englishHint: secure
        ? "Check that --tls-key and --tls-cert are PEM files that belong together."
        : "Check how many descriptors are permitted (ulimit -n)."
    )
  }
}
