import Diagnostics
import Server
import Values

/// `POST /v1/feedback`: what somebody thinks of an answer, noted for whoever improves the assistant.
struct FeedbackRoute: Sendable {
  static let path = "/v1/feedback"

  let desk: Desk

  /// Longest remark, in bytes.
  private static let longest = 4_000

  func handle(_ request: Request) throws(Problem) -> HTTPServer.Handling {
    let body = try request.object()
    guard let id = try body.string("id") else { throw .missing("id") }
    guard let verdict = try body.string("verdict") else { throw .missing("verdict") }
    guard ["good", "bad"].contains(verdict) else {
      throw .invalid("verdict", expected: "good, bad")
    }
    let remark = PlainText.of(try body.string("remark") ?? "")
    guard remark.utf8.count <= Self.longest else {
      throw .invalid("remark", expected: "0…\(Self.longest)")
    }
    guard let answer = desk.answer(id) else { throw .unknownAnswer(id) }
    do throws(Failure) {
      try desk.backend.note(isGood: verdict == "good", answer, remark: remark)
    } catch {
      throw Problem(error)
    }
    return .now(Response(204))
  }
}
