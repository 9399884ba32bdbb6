package import Diagnostics
package import Server
import Synchronization
import Values

/// The assistant over HTTP: finds the route of each request, once it may be made.
package final class Endpoint: Sendable {
  private let desk: Desk
  private let gate: Gate
  private let server: HTTPServer
  private let ticker: Ticker

  /// Starts to serve.
  ///
  /// - Parameters:
  ///   - backend: where answers come from.
  ///   - socket: where requests come from.
  ///   - options: how to serve.
  /// - Throws: "serve.not-started".
  package init(
    _ backend: any Backend,
    on socket: ListeningSocket,
    _ options: EndpointOptions
  ) throws(Failure) {
    let answerer = Answerer(
      backend,
      workers: options.workers,
      deadline: options.deadline,
      metrics: Metrics(),
      reworder: options.reworder,
      understanding: options.understanding
    )
    let desk = Desk(
      answerer,
      sessions: Sessions(most: options.sessionCount, life: options.sessionLife),
      audit: options.audit
    )
    let gate = Gate(options)
    let connections = ConnectionCount()
    let router = Router(desk: desk, connectionCount: { connections.value })
    let limits = options.limits
    self.desk = desk
    self.gate = gate
    server = try HTTPServer(
      socket,
      limits: limits,
      certificate: options.certificate,
      handler: HTTPServer.Handler(
        refusal: { gate.refusal(&$0) },
        tooLong: { Problem.tooLong($0, limits).response(in: $1.tongue) },
        handling: { router.handling($0) },
        finish: { gate.finished($0, $1) }
      )
    )
    connections.watch(server)
    ticker = Ticker(every: .milliseconds(50)) { answerer.tick() }
  }

  /// Where it can be reached.
  package var address: ServerAddress { server.address }

  /// Lets what runs end, and stops.
  ///
  /// - Returns: whether all ended; if not, the process has to end with requests unanswered.
  @discardableResult
  package func stop() -> Bool {
    gate.close()
    let isIdle = server.stop(giveUp: { desk.answerer.cancelAll() })
    ticker.stop()
    if isIdle { desk.answerer.stop() }
    return isIdle
  }
}

/// How many are connected to a server that is made later.
private final class ConnectionCount: Sendable {
  private struct Watched {
    weak var server: HTTPServer?
  }

  private let watched = Mutex(Watched())

  func watch(_ server: HTTPServer) { watched.withLock { $0.server = server } }

  var value: Int { watched.withLock { $0.server?.connectionCount ?? 0 } }
}
