import Server
import Values

/// `GET /v1/suggest?q=`: ways to go on with what is typed.
struct SuggestRoute: Sendable {
  static let path = "/v1/suggest"

  let desk: Desk

  /// Most suggestions.
  private static let most = 8
  /// Longest text that is gone on with, in characters.
  private static let longest = 400

  func handle(_ request: Request) throws(Problem) -> HTTPServer.Handling {
    guard let text = request.parameter("q") else { throw .missing("q") }
    let tongue = try request.wantedTongue()
    let typed = PlainText.of(String(text.prefix(Self.longest)))
    return .later { [desk] reply in
      // Completing reads no database, but a large index of names may take a while.
      desk.answer(request, reply, route: Self.path) { _ in
        let texts =
          typed.allSatisfy(\.isWhitespace)
          ? desk.backend.openers(in: tongue) : desk.backend.completions(of: typed, in: tongue)
        let items = texts.prefix(Self.most).map(JSON.string)
        return Response(
          200,
          .object([("q", .string(text)), ("suggestions", .array(Array(items)))])
        )
      }
    }
  }
}
