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
  ///   - body: makes the response, with an assistant or what keeps the database from being opened.
  /// - Returns: whether it was taken; if not, the reply has been sent, and nothing is called.
  @discardableResult
  func answer(
    _ request: Request,
    _ reply: Reply,
    route: String,
    _ body: @escaping @Sendable (Result<Assistant, Failure>) -> Response
  ) -> Bool {
    let isTaken = answerer.run { [self] result in
      let response = body(result)
      count(request, route, response)
      reply.send(response)
    }
    if !isTaken {
      let response = Problem.busy.response(in: request.tongue)
      count(request, route, response)
      reply.send(response)
    }
    return isTaken
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
