/// One request, read whole.
package struct Request: Sendable {
  /// Names it in the log and in the answer's `X-Request-Id`; the client's own where that is short and plain.
  package let id: String
  /// In capitals, such as "POST".
  package let method: String
  /// The path without the query, percent signs decoded.
  package let path: String
  /// The query's parts, decoded; a name may come several times.
  package let query: [(name: String, value: String)]
  /// Names in small letters; of a header that comes several times, the first.
  package let headers: [String: String]
  /// Where it comes from, "unix" for a Unix socket.
  package let peer: String
  /// When its head had been read.
  package let receivedAt: ContinuousClock.Instant
  /// Who sends it, as the handler found out from its head.
  package var caller = ""
  /// The body; empty while only the head was read.
  package internal(set) var body: [UInt8] = []

  package init(
    id: String,
    method: String,
    path: String,
    query: [(name: String, value: String)] = [],
    headers: [String: String] = [:],
    peer: String = "unix",
    receivedAt: ContinuousClock.Instant = .now,
    body: [UInt8] = []
  ) {
    self.id = id
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.peer = peer
    self.receivedAt = receivedAt
    self.body = body
  }

  /// The first value of a name in the query.
  package func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }
}
