import Presentation
import Server
import Values

/// What `POST /v1/ask` is asked.
struct AskRequest: Sendable {
  let question: String
  /// The name of a session; nil for a question of its own.
  let session: String?
  let tongue: Tongue?
  let format: Renderer.Format
  /// Whether questions worth asking next are wanted too.
  let wantsNext: Bool

  /// Formats that make sense where there is no terminal.
  private static let formats: [Renderer.Format] = [.json, .csv, .markdown, .text]

  /// Reads a body; members that are unknown are ignored.
  init(_ request: Request) throws(Problem) {
    let body = try request.object()
    guard let question = try body.string("question") else { throw .missing("question") }
    self.question = question
    session = try Self.session(body)
    tongue = try Self.tongue(body)
    let named = try body.string("format")
    let name = request.parameter("format") ?? named ?? "json"
    guard let format = Self.formats.first(where: { $0.rawValue == name }) else {
      throw .invalid("format", expected: Self.formats.map(\.rawValue).joined(separator: ", "))
    }
    self.format = format
    wantsNext = try body.bool("follow_ups") ?? false
  }

  /// "new" stands for a session of a name that the server chooses.
  private static func session(_ body: JSON) throws(Problem) -> String? {
    guard let name = try body.string("session"), !name.isEmpty else { return nil }
    guard PlainName.isOne(name) else {
      throw .invalid("session", expected: "new, A-Z a-z 0-9 - _ . : (1…64)")
    }
    return name == "new" ? Sessions.newName() : name
  }

  private static func tongue(_ body: JSON) throws(Problem) -> Tongue? {
    guard let name = try body.string("language"), name != "auto" else { return nil }
    guard let tongue = Tongue(rawValue: name) else {
      throw .invalid("language", expected: "fr, en, auto")
    }
    return tongue
  }
}
