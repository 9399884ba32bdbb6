/// What a peer may take of the server, and for how long.
package struct ServerLimits: Sendable {
  /// Most bytes of a body.
  package var bodySize = 1 << 20
  /// Most bytes of the head of a request; four times as many are kept for each connection.
  package var headSize = 16 << 10
  /// Most connections at a time; when most of them are taken, those that idle longest are closed.
  package var connections = 16_000
  /// Time for the head of a request, from when the connection became idle.
  package var headTime = Duration.seconds(30)
  /// Time for the body of a request.
  package var bodyTime = Duration.seconds(30)
  /// Time to take the response, from when all of it is there.
  package var responseTime = Duration.seconds(60)
  /// Time for what runs to end, once the server is to stop.
  package var grace = Duration.seconds(20)

  package init() {}
}
