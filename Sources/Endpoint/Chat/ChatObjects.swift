import Glibc
import Values

/// The objects of OpenAI's chat format, for one answer
/// (https://platform.openai.com/docs/api-reference/chat/object, …/chat-streaming).
struct ChatObjects: Sendable {
  /// The same in every chunk of a stream.
  let id: String
  private let createdAt = Int64(time(nil))

  /// - Parameter id: names the request.
  init(id: String) {
    self.id = "chatcmpl-" + id
  }

  /// A whole answer; its result stands in `optiflow` of the message.
  func completion(_ message: String, result: JSON, usage: JSON) -> JSON {
    let object = JSON.object([
      ("role", .string("assistant")), ("content", .string(message)), ("refusal", .null),
      ("optiflow", result),
    ])
    let choice = JSON.object([
      ("index", .integer(0)), ("message", object), ("logprobs", .null),
      ("finish_reason", .string("stop")),
    ])
    return .object(
      head("chat.completion") + [("choices", .array([choice])), ("usage", usage)]
    )
  }

  /// A part of a streamed answer.
  ///
  /// - Parameters:
  ///   - delta: what is added to the message.
  ///   - isLast: whether the message ends.
  ///   - includesUsage: whether `usage` stands there, null until the end.
  ///   - result: stands in `optiflow` of the chunk that ends the message.
  /// - Returns: a chat.completion.chunk.
  func chunk(
    _ delta: [(String, JSON)],
    isLast: Bool = false,
    includesUsage: Bool,
    result: JSON? = nil
  ) -> JSON {
    let choice = JSON.object([
      ("index", .integer(0)), ("delta", .object(delta)), ("logprobs", .null),
      ("finish_reason", isLast ? .string("stop") : .null),
    ])
    var members = head("chat.completion.chunk") + [("choices", .array([choice]))]
    if includesUsage { members.append(("usage", .null)) }
    if let result { members.append(("optiflow", result)) }
    return .object(members)
  }

  /// The chunk behind the last one: no choice, but the count of tokens.
  func usageChunk(_ usage: JSON) -> JSON {
    .object(head("chat.completion.chunk") + [("choices", .array([])), ("usage", usage)])
  }

  /// Tokens as clients expect them: about four bytes each, as nothing here has any.
  static func usage(prompt: Int, message: String) -> JSON {
    let (asked, told) = (Int64((prompt + 3) / 4), Int64((message.utf8.count + 3) / 4))
    return .object([
      ("prompt_tokens", .integer(asked)), ("completion_tokens", .integer(told)),
      ("total_tokens", .integer(asked + told)),
    ])
  }

  private func head(_ kind: String) -> [(String, JSON)] {
    [
      ("id", .string(id)), ("object", .string(kind)), ("created", .integer(createdAt)),
      ("model", .string(ModelsRoute.name)), ("system_fingerprint", .string(Self.fingerprint)),
    ]
  }

  private static let fingerprint = "optiflow"
}
