import Server
import Values

/// `GET /healthz`, `/readyz`: whether the process lives, and whether it can answer.
enum HealthRoutes {
  static let alive = "/healthz"
  static let ready = "/readyz"
  static let metrics = "/metrics"

  /// It lives.
  static func live() -> Response { Response(200, .object([("status", .string("ok"))])) }

  /// It can answer, and whether at once; 503 with the reason where it cannot, or where all would still wait.
  static func readiness(_ backend: any Backend, _ request: Request) -> Response {
    if let trouble = backend.trouble {
      return Problem(503, trouble, headers: [("Retry-After", "5")]).response(in: request.tongue)
    }
    guard backend.warmth != .cold else { return Problem.cold.response(in: request.tongue) }
    return Response(
      200,
      .object([("status", .string("ok")), ("warm", .bool(backend.warmth == .warm))])
    )
  }

  /// What was counted.
  static func numbers(_ desk: Desk, connections: Int) -> Response {
    let load = desk.answerer.load
    let gauges = Metrics.Gauges(
      connections: connections,
      sessions: desk.sessions.count,
      cachedAnswers: desk.answerer.cache.count,
      threads: load.threads,
      waiting: load.waiting,
      rewordings: desk.answerer.rewordings,
      understandings: desk.answerer.understandings
    )
    return Response(
      200,
      text: desk.metrics.text(gauges),
      type: "text/plain; version=0.0.4; charset=utf-8"
    )
  }
}
