package import Values

/// What a model is asked.
package struct ModelRequest: Equatable, Sendable {
  /// Who speaks.
  package enum Role: String, Hashable, Sendable {
    case system, user
  }

  /// One message of the conversation.
  package struct Message: Hashable, Sendable {
    package let role: Role
    package let content: String

    package init(_ role: Role, _ content: String) {
      self.role = role
      self.content = content
    }
  }

  package var messages: [Message]
  /// What the reply should look like, see `ReplySchema`; nothing relies on it.
  package var schema: JSON
  /// Tokens of the reply at most.
  package var mostTokens: Int

  package init(_ messages: [Message], schema: JSON, mostTokens: Int) {
    self.messages = messages
    self.schema = schema
    self.mostTokens = mostTokens
  }
}

/// Why a model gave no reply.
///
/// None of them holds a key, an address or anything that was said.
package enum ModelFault: Error, Hashable, Sendable {
  case unreachable, insecure, tooLate, cancelled, tooLong, cutOff, notJSON, notText
  /// Another kind of content than was asked for.
  case contentType
  /// An HTTP status that is no success.
  case status(Int)
  /// There is no thread left to ask on.
  case noThread

  /// A short stable name, for counters and logs.
  package var name: String {
    switch self {
    case .unreachable: "unreachable"
    case .insecure: "insecure"
    case .tooLate: "too_late"
    case .cancelled: "cancelled"
    case .tooLong: "too_long"
    case .cutOff: "cut_off"
    case .notJSON: "not_json"
    case .notText: "not_text"
    case .contentType: "content_type"
    case .status(let number): "status_\(number)"
    case .noThread: "no_thread"
    }
  }
}

/// A model that continues conversations.
package protocol LanguageModel: Sendable {
  /// What it is called, for the receipt.
  var name: String { get }

  /// The text of its reply.
  ///
  /// - Parameters:
  ///   - request: what it is asked.
  ///   - end: when the reply must be there.
  ///   - isCancelled: asked again and again; whether nobody wants the reply any more.
  /// - Returns: all that it said.
  /// - Throws: why there is no reply.
  func reply(
    to request: ModelRequest,
    by end: ContinuousClock.Instant,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ModelFault) -> String
}
