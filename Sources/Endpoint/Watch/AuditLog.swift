import Assistant
package import Files
import Glibc
import SemanticModel
import Server
import Values

/// A line of JSON for each question: who asked when, and what kind of answer it got.
///
/// Without the question, the names it holds and the figures of the answer, unless they were asked for.
package struct AuditLog: Sendable {
  private let file: Descriptor
  private let withQuestions: Bool

  /// - Parameters:
  ///   - file: written by appending, a line a write.
  ///   - withQuestions: whether questions and answers stand in it.
  package init(_ file: Descriptor, withQuestions: Bool) {
    self.file = file
    self.withQuestions = withQuestions
  }

  /// Adds a line.
  func note(_ answer: Answer, _ request: Request, route: String, session: String?) {
    let (seconds, attoseconds) = (ContinuousClock.now - request.receivedAt).components
    let milliseconds = Double(seconds) * 1000 + (Double(attoseconds) / 1e13).rounded() / 100
    var members: [(String, JSON)] = [
      ("at", .string(Self.now)),
      ("request_id", .string(request.id)),
      ("caller", .string(request.caller)),
      ("route", .string(route)),
      ("session", JSON(session)),
      ("answer_id", .string(answer.id)),
      ("language", .string(answer.language.rawValue)),
      ("verdict", .string(answer.status.rawValue)),
      ("code", JSON(code(answer))),
      ("metrics", .array((answer.query?.measures ?? []).map { .string($0.metric) })),
      ("rows", .integer(Int64(answer.rows.count))),
      ("ms", .number(milliseconds)),
    ]
    if withQuestions { members.append(("question", .string(answer.question))) }
    file.write(JSON.object(members).rendered + "\n")
  }

  private func code(_ answer: Answer) -> String? {
    if case .failure(let code, _, _) = answer.reason { code } else { nil }
  }

  /// The time in UTC: "2026-03-31T08:15:00Z".
  private static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
