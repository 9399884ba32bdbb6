import Server
import Values

/// What `POST /v1/chat/completions` is asked, in OpenAI's form
/// (https://platform.openai.com/docs/api-reference/chat/create).
struct ChatRequest: Sendable {
  /// What the user said, oldest first; what others said does not count.
  let said: [String]
  let isStream: Bool
  /// Whether the stream ends with the count of tokens.
  let includesUsage: Bool
  /// Bytes of all messages, for that count.
  let size: Int

  private static let roles = ["system", "developer", "user", "assistant", "tool", "function"]

  /// Reads a body; members that are unknown are ignored.
  init(_ request: Request) throws(Problem) {
    let body = try request.object()
    guard let model = try body.string("model") else { throw .missing("model") }
    guard model == ModelsRoute.name else { throw .unknownModel(model) }
    guard let messages = body["messages"] else { throw .missing("messages") }
    guard let items = messages.items, !items.isEmpty else {
      throw .invalid("messages", expected: "[{\"role\": \"user\", \"content\": \"…\"}]")
    }
    var said: [String] = []
    var size = 0
    for (index, item) in items.enumerated() {
      let (role, text) = try Self.message(item, "messages[\(index)]")
      size += text.utf8.count
      if role == "user" { said.append(text) }
    }
    guard !said.isEmpty else {
      throw .invalid("messages", expected: "role \"user\"")
    }
    self.said = said
    self.size = size
    isStream = try body.bool("stream") ?? false
    includesUsage = try body["stream_options"]?.bool("include_usage") ?? false
    if let count = body["n"], count != .null, count != .integer(1) {
      throw .invalid("n", expected: "1")
    }
  }

  private static func message(
    _ item: JSON,
    _ name: String
  ) throws(Problem) -> (role: String, text: String) {
    guard case .object = item, let role = item["role"]?.text, roles.contains(role) else {
      throw .invalid(name + ".role", expected: roles.joined(separator: ", "))
    }
    switch item["content"] {
    case .string(let text): return (role, text)
    case .null, nil:
      guard role != "user" else { throw .missing(name + ".content") }
      return (role, "")
    case .array(let parts): return (role, try text(of: parts, name + ".content", role))
    default: throw .invalid(name + ".content", expected: "string, array of parts")
    }
  }

  /// The texts of parts, a line each; a user's parts of other kinds cannot be looked at.
  private static func text(
    of parts: [JSON],
    _ name: String,
    _ role: String
  ) throws(Problem) -> String {
    var texts: [String] = []
    for part in parts {
      if part["type"]?.text == "text", let text = part["text"]?.text {
        texts.append(text)
      } else if role == "user" {
        throw .invalid(name, expected: "{\"type\": \"text\", \"text\": \"…\"}")
      }
    }
    return texts.joined(separator: "\n")
  }
}
