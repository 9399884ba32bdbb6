package import Presentation
package import Server

/// How the endpoint is to serve.
package struct EndpointOptions: Sendable {
  /// Keys that callers must have; nil where anybody may ask.
  package var keys: KeyFile?
  /// Origins of web pages that may ask, such as "https://shop.example"; "*" for all.
  package var origins: [String] = []
  /// Whether the server listens for this machine alone, and so answers to its names only.
  package var isLocalOnly = true
  /// Requests a minute of each key, or address where there are no keys; nil for any number.
  package var requestsPerMinute: Int?
  /// Conversations remembered at most, and for how long after the last turn.
  package var sessionCount = 1_000
  package var sessionLife = Duration.seconds(3_600)
  /// Threads that answer, at the beginning.
  package var workers = 4
  /// The longest that one answer may take.
  package var deadline = Duration.seconds(60)
  package var audit: AuditLog?
  /// Who may reword answers; nil for the program's own sentences.
  package var reworder: AnswerReworder?
  /// Who says what questions may mean that the rules do not understand, counted here; the backend's assistants ask it.
  package var understanding: ModelUnderstanding?
  /// What peers may take.
  package var limits = ServerLimits()
  package var certificate: HTTPServer.Certificate?

  package init() {}
}
