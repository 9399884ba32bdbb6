import Foundation
import Glibc
import SocketSupport
import TerminalSupport
import Testing

@testable import Commands
@testable import Server

@Suite("optiflow serve, on a socket of systemd", .serialized)
struct ServeSocketTests {
  /// A server with a socket as its descriptor 3, as sd_listen_fds(3) describes.
  private func start(on socket: ListeningSocket, _ home: TemporaryHome) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", #"LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" "$@" 3<&0 </dev/null"#, BuiltProgram.path]
      + [
        "serve", "--db", home.database, "--home", home.path, "--cache", home.path + "/cache", "-q",
      ]
    process.environment = ["HOME": home.path, "LANG": "en_US.UTF-8"]
    process.standardInput = FileHandle(fileDescriptor: socket.descriptor)
    try process.run()
    return process
  }

  @Test("what was asked while it starts, or starts anew, is answered")
  func restart() throws {
    let home = try TemporaryHome()
    let socket = try ListeningSocket.open(.network(host: "127.0.0.1", port: 0))
    defer { close(socket.descriptor) }
    guard case .network(_, let port) = socket.address else { preconditionFailure("no port") }
    for _ in 0..<2 {
      let early = try #require(RawClient(port: port))
      early.send("GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let process = try start(on: socket, home)
      #expect(early.reply()?.status == 200)
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }
}
