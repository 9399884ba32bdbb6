import Assistant
import Diagnostics
import Presentation
import Server
import Values

/// `POST /v1/ask`: a question, alone or in a session; the answer as `optiflow ask` writes it.
struct AskRoute: Sendable {
  static let path = "/v1/ask"

  let desk: Desk

  /// At once where the same was answered before; sessions always take a thread.
  func handle(_ request: Request) throws(Problem) -> HTTPServer.Handling {
    let asked = try AskRequest(request)
    if let session = asked.session { return try handle(request, asked, in: session) }
    let dialogue = Dialogue(
      [asked.question],
      tongue: asked.tongue,
      isWaiting: false,
      owner: ""
    )
    if !asked.wantsNext, let told = desk.answerer.known(dialogue) {
      return .now(finish(told, asked, request, session: nil, next: nil))
    }
    return .later { [self] reply in
      desk.answer(request, reply, route: Self.path) { result in
        let told = desk.answerer.tell(dialogue, result)
        return finish(told, asked, request, session: nil, next: next(told, asked, result))
      }
    }
  }

  private func handle(
    _ request: Request,
    _ asked: AskRequest,
    in name: String
  ) throws(Problem) -> HTTPServer.Handling {
    guard case .taken(let session) = desk.sessions.take(name, of: request.caller) else {
      throw .busySession
    }
    return .later { [self] reply in
      // Whatever becomes of it, the session is there for the next question.
      let putBack: @Sendable () -> Void = { desk.sessions.put(session, of: request.caller) }
      desk.answer(request, reply, route: Self.path, otherwise: putBack) { result in
        var session = session
        let told = turn(asked, of: &session, result)
        desk.sessions.put(session, of: request.caller)
        return finish(told, asked, request, session: name, next: next(told, asked, result))
      }
    }
  }

  /// One more turn of a session.
  private func turn(
    _ asked: AskRequest,
    of session: inout Sessions.Session,
    _ result: Result<Assistant, Failure>
  ) -> Told {
    switch result {
    case .success(let assistant):
      var conversation = session.conversation?.continued(by: assistant) ?? Conversation(assistant)
      let answer = desk.answerer.reworded(
        conversation.ask(PlainText.of(asked.question), tongue: asked.tongue)
      )
      session.conversation = conversation.resting
      session.turns.append((answer.question, answer.status))
      return Told(answer, conversation)
    case .failure(let failure):
      return Told(failure, to: asked.question, tongue: asked.tongue, model: desk.backend.model)
    }
  }

  private func next(
    _ told: Told,
    _ asked: AskRequest,
    _ result: Result<Assistant, Failure>
  ) -> [String]? {
    guard asked.wantsNext else { return nil }
    guard case .success(let assistant) = result else { return [] }
    var next = NextQuestions(assistant)
    return next.after(told.answer).map(\.text)
  }

  private func finish(
    _ told: Told,
    _ asked: AskRequest,
    _ request: Request,
    session: String?,
    next: [String]?
  ) -> Response {
    desk.note(told.answer, request, route: Self.path, session: session)
    var status = 200
    var headers: [(name: String, value: String)] = [("Content-Type", Self.type(asked.format))]
    if let session { headers.append(("X-Optiflow-Session", session)) }
    let problem = Problem(told.answer)
    if let problem {
      status = problem.status
      headers += problem.headers
    }
    guard asked.format == .json else {
      return Response(status, .bytes(told.bytes(asked.format)), headers: headers)
    }
    if session == nil, next == nil, problem == nil {
      return Response(status, .bytes(told.bytes(.json)), headers: headers)
    }
    var members: [(String, JSON)] = []
    if let session { members.append(("session", .string(session))) }
    if let next { members.append(("follow_ups", .array(next.map(JSON.string)))) }
    if let error = problem?.json(in: told.answer.language)["error"] {
      members.append(("error", error))
    }
    let text = told.object.adding(members).rendered
    return Response(status, .bytes(Array(text.utf8)), headers: headers)
  }

  private static func type(_ format: Renderer.Format) -> String {
    switch format {
    case .json, .jsonl: "application/json"
    case .csv: "text/csv; charset=utf-8"
    case .markdown: "text/markdown; charset=utf-8"
    case .text, .table: "text/plain; charset=utf-8"
    }
  }
}
