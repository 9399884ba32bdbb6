import Assistant
import Server
import Values

/// `POST /v1/chat/completions`: the conversation is rebuilt from the messages; the answer is a message, whole or streamed.
struct ChatRoute: Sendable {
  static let path = "/v1/chat/completions"

  let desk: Desk

  /// At once where the same was answered before.
  func handle(_ request: Request) throws(Problem) -> HTTPServer.Handling {
    let asked = try ChatRequest(request)
    let dialogue = Dialogue(asked.said, isWaiting: true, owner: request.caller)
    if let told = desk.answerer.known(dialogue) {
      note(told, request)
      return .now(
        asked.isStream
          ? Response(
            200,
            text: whole(told, asked, request),
            type: EventText.type,
            headers: Self.headers
          )
          : completion(told, asked, request)
      )
    }
    if asked.isStream { return .later { stream(dialogue, asked, request, $0) } }
    return .later { reply in
      desk.answer(request, reply, route: Self.path) { result in
        let told = desk.answerer.tell(dialogue, result)
        note(told, request)
        return completion(told, asked, request)
      }
    }
  }

  private static let headers = [(name: "Cache-Control", value: "no-store")]

  private func note(_ told: Told, _ request: Request) {
    desk.note(told.answer, request, route: Self.path, session: nil)
  }

  // MARK: - Whole

  private func completion(_ told: Told, _ asked: ChatRequest, _ request: Request) -> Response {
    if let problem = Problem(told.answer) { return problem.response(in: told.answer.language) }
    let message = told.message
    let usage = ChatObjects.usage(prompt: asked.size, message: message)
    let objects = ChatObjects(id: request.id)
    return Response(200, objects.completion(message, result: told.object, usage: usage))
  }

  // MARK: - Streamed

  /// The first event goes out before the answer is known, so that the client sees that something happens.
  private func stream(
    _ dialogue: Dialogue,
    _ asked: ChatRequest,
    _ request: Request,
    _ reply: Reply
  ) {
    let stream = BodyStream()
    let objects = ChatObjects(id: request.id)
    let isTaken = desk.answerer.run { result in
      // The caller may be gone before its turn has come.
      guard !stream.isClosed else { return stream.finish() }
      let told = desk.answerer.tell(dialogue, result)
      note(told, request)
      stream.write(rest(told, asked, objects))
      stream.finish()
    }
    guard isTaken else {
      let response = Problem.busy.response(in: request.tongue)
      desk.count(request, Self.path, response)
      reply.send(response)
      return
    }
    stream.write(first(objects, asked))
    let response = Response(
      200,
      .stream(stream),
      headers: [("Content-Type", EventText.type)] + Self.headers
    )
    desk.count(request, Self.path, response)
    reply.send(response)
  }

  private func whole(_ told: Told, _ asked: ChatRequest, _ request: Request) -> String {
    let objects = ChatObjects(id: request.id)
    return first(objects, asked) + rest(told, asked, objects)
  }

  private func first(_ objects: ChatObjects, _ asked: ChatRequest) -> String {
    let delta: [(String, JSON)] = [("role", .string("assistant")), ("content", .string(""))]
    return EventText.event(objects.chunk(delta, includesUsage: asked.includesUsage))
  }

  /// The message in pieces, its end with the result, the count of tokens where it is wanted.
  private func rest(_ told: Told, _ asked: ChatRequest, _ objects: ChatObjects) -> String {
    if let problem = Problem(told.answer) {
      return EventText.event(problem.json(in: told.answer.language)) + EventText.done
    }
    let message = told.message
    var text = ""
    for piece in EventText.pieces(message) {
      let delta: [(String, JSON)] = [("content", .string(piece))]
      text += EventText.event(objects.chunk(delta, includesUsage: asked.includesUsage))
    }
    text += EventText.event(
      objects.chunk([], isLast: true, includesUsage: asked.includesUsage, result: told.object)
    )
    if asked.includesUsage {
      let usage = ChatObjects.usage(prompt: asked.size, message: message)
      text += EventText.event(objects.usageChunk(usage))
    }
    return text + EventText.done
  }
}
