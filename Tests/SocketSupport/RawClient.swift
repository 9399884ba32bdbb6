import Foundation
import Glibc

/// A socket to a server under test: bytes in, bytes out, nothing in between.
package final class RawClient {
  /// What came back for a request.
  package struct Reply {
    package var status = 0
    /// Names in small letters.
    package var headers: [String: String] = [:]
    package var body = ""
    /// The parts of a chunked body; empty for others.
    package var chunks: [String] = []
  }

  /// Not for programs that other tests start: they would keep it open.
  private static let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)

  private let socket: Int32
  private var buffer: [UInt8] = []
  /// Milliseconds without a byte after which nothing more is expected.
  private static let patience: Int32 = 30_000

  /// Connects to a port of this machine.
  package init?(port: UInt16) {
    socket = Glibc.socket(AF_INET, Self.kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    if code != 0 {
      close(socket)
      return nil
    }
  }

  /// Connects to a Unix socket.
  package init?(path: String) {
    socket = Glibc.socket(AF_UNIX, Self.kind, 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    if code != 0 {
      close(socket)
      return nil
    }
  }

  deinit { close(socket) }

  /// Sends bytes as they are.
  ///
  /// - Returns: whether the peer took them all.
  @discardableResult
  package func send(_ bytes: [UInt8]) -> Bool { Self.send(bytes, to: socket) }

  /// Sends bytes on a socket as they are.
  ///
  /// - Returns: whether the peer took them all.
  static func send(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Sends a text as it is.
  @discardableResult
  package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Says that nothing more will be sent.
  package func endSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// Has the connection reset once it is closed, as one that breaks down.
  package func resetWhenClosed() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    let size = socklen_t(MemoryLayout<Glibc.linger>.size)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, size)
  }

  /// Sends a request and reads its response.
  package func request(
    _ method: String,
    _ target: String,
    headers: [String: String] = [:],
    body: String? = nil
  ) -> Reply? {
    var all = ["Host": "127.0.0.1"].merging(headers) { $1 }
    if let body { all["Content-Length"] = String(body.utf8.count) }
    let lines = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
    guard send("\(method) \(target) HTTP/1.1\r\n\(lines.joined())\r\n\(body ?? "")") else {
      return nil
    }
    return reply(toHead: method == "HEAD")
  }

  /// Reads the next response; nil when the connection ends before it does.
  package func reply(toHead isHead: Bool = false) -> Reply? {
    guard let head = take(through: "\r\n\r\n") else { return nil }
    var reply = Reply()
    let lines = head.components(separatedBy: "\r\n")
    reply.status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    if reply.status == 100 { return self.reply(toHead: isHead) }
    for line in lines.dropFirst() where !line.isEmpty {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      reply.headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    if isHead || reply.status == 204 { return reply }
    if reply.headers["transfer-encoding"] == "chunked" {
      // CR LF is one character.
      while let size = take(through: "\r\n").flatMap({ Int($0.dropLast(), radix: 16) }) {
        guard let chunk = take(size + 2) else { return nil }
        if size == 0 { return reply }
        reply.chunks.append(String(decoding: chunk.dropLast(2), as: UTF8.self))
        reply.body += reply.chunks.last ?? ""
      }
      return nil
    }
    guard let size = reply.headers["content-length"].flatMap({ Int($0) }), let body = take(size)
    else { return nil }
    reply.body = String(decoding: body, as: UTF8.self)
    return reply
  }

  /// Reads up to a text, and takes it with all before it; nil when the connection ends before.
  package func take(through text: String) -> String? {
    let wanted = Array(text.utf8)
    while true {
      if let range = buffer.firstRange(of: wanted) {
        defer { buffer.removeSubrange(..<range.upperBound) }
        return String(decoding: buffer[..<range.upperBound], as: UTF8.self)
      }
      guard read() else { return nil }
    }
  }

  private func take(_ count: Int) -> [UInt8]? {
    while buffer.count < count { guard read() else { return nil } }
    defer { buffer.removeFirst(count) }
    return Array(buffer[..<count])
  }

  /// Whether the peer ends the connection; what it sent before is dropped.
  package func isEnded() -> Bool {
    while read() {}
    var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) == 1
  }

  private func read() -> Bool {
    var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Self.patience) == 1 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &bytes, bytes.count, 0)
    guard count > 0 else { return false }
    buffer += bytes[..<count]
    return true
  }
}
