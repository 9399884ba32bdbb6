import Rewording
import Values

/// OpenAI's chat format: what is sent, and what comes back, whole or in pieces.
enum ChatFormat {
  /// How much is asked of a server, the most first: not every server takes all of it.
  enum Dialect: Int {
    /// The form of the reply as a JSON schema.
    case schema
    /// Any JSON object.
    case object
    /// The messages alone.
    case plain

    /// The next plainer one; nil where there is none.
    var next: Dialect? { Dialect(rawValue: rawValue + 1) }
  }

  /// The body of a request.
  static func body(
    _ request: ModelRequest,
    model: String,
    isStreaming: Bool,
    dialect: Dialect
  ) -> String {
    var members: [(String, JSON)] = [
      ("model", .string(model)),
      ("messages", .array(request.messages.map(message))),
      ("stream", .bool(isStreaming)),
    ]
    if dialect != .plain {
      members += [
        ("temperature", .integer(0)),
        ("max_tokens", .integer(Int64(request.mostTokens))),
        (
          "response_format",
          dialect == .schema
            ? schemaFormat(request.schema) : .object([("type", .string("json_object"))])
        ),
      ]
    }
    return JSON.object(members).rendered
  }

  private static func message(_ message: ModelRequest.Message) -> JSON {
    .object([("role", .string(message.role.rawValue)), ("content", .string(message.content))])
  }

  private static func schemaFormat(_ schema: JSON) -> JSON {
    .object([
      ("type", .string("json_schema")),
      (
        "json_schema",
        .object([("name", .string("reply")), ("strict", .bool(true)), ("schema", schema)])
      ),
    ])
  }

  /// The text of a whole reply.
  static func content(_ body: String) throws(ModelFault) -> String {
    guard let object = try? JSONReader.read(body) else { throw .notJSON }
    guard let choice = object["choices"]?.items?.first,
      let text = choice["message"]?["content"]?.text
    else { throw .notText }
    if choice["finish_reason"]?.text == "length" { throw .cutOff }
    return text
  }

  /// The text of a reply in pieces (server-sent events), which must come to its end.
  static func content(ofEvents body: String) throws(ModelFault) -> String {
    var text = ""
    var isComplete = false
    for line in body.split(whereSeparator: \.isNewline) {
      guard line.hasPrefix("data:") else { continue }
      let data = line.dropFirst(5).drop { $0 == " " }
      if data == "[DONE]" {
        isComplete = true
        break
      }
      guard let chunk = try? JSONReader.read(String(data)) else { throw .notJSON }
      guard chunk["error"] == nil else { throw .notText }
      guard let choice = chunk["choices"]?.items?.first else { continue }
      text += choice["delta"]?["content"]?.text ?? ""
      switch choice["finish_reason"]?.text {
      case nil: break
      case "length": throw .cutOff
      default: isComplete = true
      }
    }
    guard isComplete else { throw .cutOff }
    return text
  }
}
