/// What is sent back.
package struct Response: Sendable {
  /// What follows the head.
  package enum Body: Sendable {
    case bytes([UInt8])
    /// Comes bit by bit, in chunks.
    case stream(BodyStream)
  }

  /// The status code, such as 200.
  package var status: Int
  /// In the order in which they are sent.
  package var headers: [(name: String, value: String)]
  package var body: Body

  package init(
    _ status: Int,
    _ body: Body = .bytes([]),
    headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.body = body
    self.headers = headers
  }

  /// A text of a media type.
  package init(
    _ status: Int,
    text: String,
    type: String,
    headers: [(name: String, value: String)] = []
  ) {
    self.init(status, .bytes(Array(text.utf8)), headers: [("Content-Type", type)] + headers)
  }
}
