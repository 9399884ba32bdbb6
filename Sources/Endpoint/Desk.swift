import Assistant
import Diagnostics
import Server
import Values

/// What all routes share: who answers, what is remembered, what is counted and noted.
final class Desk: Sendable {
  let answerer: Answerer
  let sessions: Sessions
  let metrics: Metrics
  private let audit: AuditLog?
  private let recent = RecentAnswers()

  init(_ answerer: Answerer, sessions: Sessions, audit: AuditLog?) {
    self.answerer = answerer
    self.sessions = sessions
    self.audit = audit
    metrics = answerer.metrics
  }

  var backend: any Backend { answerer.backend }

  /// Answers a request on a thread that may block.
  ///
  /// - Parameters:
  ///   - request: what is answered.
  ///   - reply: where the response goes.
  ///   - route: the path that is counted.
  ///   - otherwise: called where `body` is not: too much waits, or the caller is gone before its turn has come.
  ///   - body: makes the response, with an assistant or what keeps the database from being opened.
  func answer(
    _ request: Request,
    _ reply: Reply,
    route: String,
    otherwise: @escaping @Sendable () -> Void = {},
    _ body: @escaping @Sendable (Result<Assistant, Failure>) -> Response
  ) {
    let isTaken = answerer.run { [self] result in
      if reply.isAbandoned {
        otherwise()
        finish(request, reply, route, Response(Self.callerIsGone))
      } else {
        finish(request, reply, route, body(result))
      }
    }
    if !isTaken {
      otherwise()
      finish(request, reply, route, Problem.busy.response(in: request.tongue))
    }
  }

  /// Counted, and read by nobody: the number that nginx gives it.
  private static let callerIsGone = 499

  private func finish(_ request: Request, _ reply: Reply, _ route: String, _ response: Response) {
    count(request, route, response)
    reply.send(response)
  }

  /// Counts a response.
  func count(_ request: Request, _ route: String, _ response: Response) {
    metrics.count(
      route: route,
      status: response.status,
      time: ContinuousClock.now - request.receivedAt
    )
  }

  /// Counts an answer, notes it in the log, and remembers it for those who have an opinion on it.
  func note(_ answer: Answer, _ request: Request, route: String, session: String?) {
    metrics.count(route: route, verdict: answer.status)
    audit?.note(answer, request, route: route, session: session)
    recent.remember(answer)
  }

  /// A recent answer, without its rows.
  func answer(_ id: String) -> Answer? { recent[id] }
}
