import Glibc
package import Rewording
import Synchronization

/// A language model behind an OpenAI-compatible server: llama.cpp, vLLM, Ollama, hosted ones.
package final class ModelClient: LanguageModel {
  private let server: ModelServer
  /// Whether the server refused a request with settings, and so gets none.
  private let isPlain = Atomic<Bool>(false)

  /// What is waited before a second try where the server does not say.
  private static let pause = 1
  /// How often one looks whether the reply is still wanted, in microseconds.
  private static let glance: UInt32 = 25_000

  package init(_ server: ModelServer) {
    self.server = server
  }

  package var name: String { server.model }

  /// Asks; once more after 429 and 5xx where there is time, and once more without settings that a server refuses.
  package func reply(
    to request: ModelRequest,
    by end: ContinuousClock.Instant,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ModelFault) -> String {
    var isRetry = false
    while true {
      let wasPlain = isPlain.load(ordering: .relaxed)
      let body = ChatFormat.body(
        request,
        model: server.model,
        isStreaming: server.isStreaming,
        isPlain: wasPlain
      )
      let response = try Transfer(isCancelled: isCancelled)
        .post(body, to: server, within: end - .now)
      switch response.status {
      case 200..<300: return try Self.content(response)
      case 400, 422:
        guard !wasPlain else { throw .status(response.status) }
        isPlain.store(true, ordering: .relaxed)
      case 429 where !isRetry, 500..<600 where !isRetry:
        isRetry = true
        try wait(max(Self.pause, response.retryAfter), before: end, isCancelled, response.status)
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

  /// Waits some seconds, unless a reply after them would come too late anyway.
  private func wait(
    _ seconds: Int,
    before end: ContinuousClock.Instant,
    _ isCancelled: () -> Bool,
    _ status: Int
  ) throws(ModelFault) {
    let wake = ContinuousClock.now + .seconds(seconds)
    guard wake < end else { throw .status(status) }
    while ContinuousClock.now < wake {
      if isCancelled() { throw .cancelled }
      usleep(Self.glance)
    }
  }
}
