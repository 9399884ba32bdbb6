import Assistant
import Server
import Values

/// `GET` and `DELETE /v1/sessions/{id}`: what was said in a session, and its end.
struct SessionsRoute: Sendable {
  static let path = "/v1/sessions/"

  let desk: Desk

  /// The turns of a session, oldest first.
  func show(_ id: String, _ request: Request) throws(Problem) -> Response {
    guard let session = desk.sessions.session(id, of: request.caller) else {
      throw .unknownSession(id)
    }
    let left = desk.sessions.life - (ContinuousClock.now - session.usedAt)
    return Response(
      200,
      .object([
        ("id", .string(id)), ("created", .integer(Int64(session.createdAt))),
        ("expires_in", .integer(max(0, left.components.seconds))),
        (
          "turns",
          .array(
            session.turns.map { turn in
              .object([
                ("question", .string(turn.question)), ("status", .string(turn.status.rawValue)),
              ])
            }
          )
        ),
      ])
    )
  }

  /// Forgets a session.
  func forget(_ id: String, _ request: Request) throws(Problem) -> Response {
    guard desk.sessions.forget(id, of: request.caller) else { throw .unknownSession(id) }
    return Response(204)
  }
}
