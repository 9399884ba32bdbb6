import Glibc
package import Rewording
import Synchronization

/// A language model behind an OpenAI-compatible server: llama.cpp, vLLM, Ollama, hosted ones.
package final class ModelClient: LanguageModel {
  private let server: ModelServer
  /// The raw value of the dialect that the server takes, as far as one knows.
  private let dialect = Atomic<Int>(ChatFormat.Dialect.schema.rawValue)

  /// What is waited before a second try where the server does not say.
  private static let pause = Duration.milliseconds(200)
  /// How often one looks whether the reply is still wanted, in microseconds.
  private static let glance: UInt32 = 25_000

  package init(_ server: ModelServer) {
    self.server = server
  }

  package var name: String { server.model }

  /// Asks: once more after 429 and 5xx where there is time, and plainer where a server refuses what was asked.
  package func reply(
    to request: ModelRequest,
    by end: ContinuousClock.Instant,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ModelFault) -> String {
    var dialect = ChatFormat.Dialect(rawValue: self.dialect.load(ordering: .relaxed)) ?? .plain
    var isRetry = false
    while true {
      let body = ChatFormat.body(
        request,
        model: server.model,
        isStreaming: server.isStreaming,
        dialect: dialect
      )
      let response = try Transfer(isCancelled: isCancelled)
        .post(body, to: server, within: end - .now)
      switch response.status {
      case 200..<300:
        self.dialect.store(dialect.rawValue, ordering: .relaxed)
        return try Self.content(response)
      case 400, 422:
        guard let next = dialect.next else { throw .status(response.status) }
        dialect = next
      case 429 where !isRetry, 500..<600 where !isRetry:
        isRetry = true
        // Some servers fail on what they do not know.
        if response.status >= 500, let next = dialect.next { dialect = next }
        try wait(
          max(Self.pause, .seconds(response.retryAfter)),
          before: end,
          isCancelled,
          response.status
        )
      default: throw .status(response.status)
      }
    }
  }

  private static func content(_ response: Transfer.Response) throws(ModelFault) -> String {
    guard let body = String(validating: response.body, as: UTF8.self) else { throw .notText }
    switch response.type {
    case "application/json": return try ChatFormat.content(body)
    case "text/event-stream": return try ChatFormat.content(ofEvents: body)
    default: throw .contentType
    }
  }

  /// Waits a while, unless a reply after them would come too late anyway.
  private func wait(
    _ time: Duration,
    before end: ContinuousClock.Instant,
    _ isCancelled: () -> Bool,
    _ status: Int
  ) throws(ModelFault) {
    let wake = ContinuousClock.now + time
    guard wake < end else { throw .status(status) }
    while ContinuousClock.now < wake {
      if isCancelled() { throw .cancelled }
      usleep(Self.glance)
    }
  }
}
