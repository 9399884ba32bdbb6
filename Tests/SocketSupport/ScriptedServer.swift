import Foundation
import Glibc
import Synchronization

/// A server under a test's hand: it takes connections of this machine, and a script says what each of them gets.
package final class ScriptedServer: Sendable {
  /// One connection, on a thread of its own.
  package final class Connection: Sendable {
    private let socket: Int32
    /// Counts the connections of the server, from 0.
    package let number: Int
    private let read = Mutex("")
    /// Whether the server is gone, so that nobody waits for anything any more.
    private let isOver: @Sendable () -> Bool

    fileprivate init(_ socket: Int32, number: Int, isOver: @escaping @Sendable () -> Bool) {
      self.socket = socket
      self.number = number
      self.isOver = isOver
    }

    deinit { close(socket) }

    /// What was asked: head and body.
    package var request: String { read.withLock { $0 } }

    /// Reads the request with its body; empty when the peer went away before its end.
    fileprivate func readRequest() -> String {
      var bytes: [UInt8] = []
      let end = Array("\r\n\r\n".utf8)
      while true {
        if let head = bytes.firstRange(of: end) {
          let text = String(decoding: bytes[..<head.lowerBound], as: UTF8.self)
          let length = text.lowercased().split(separator: "\r\n")
            .first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
          if bytes.count >= head.upperBound + (length ?? 0) {
            let text = String(decoding: bytes, as: UTF8.self)
            read.withLock { $0 = text }
            return text
          }
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { return "" }
        bytes += buffer[..<count]
      }
    }

    /// Sends bytes as they are.
    ///
    /// - Returns: whether the peer took them all.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool { RawClient.send(bytes, to: socket) }

    /// Sends a text as it is.
    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends a whole response.
    @discardableResult
    package func respond(
      _ status: Int,
      type: String = "application/json",
      headers: [String] = [],
      _ body: String
    ) -> Bool {
      let lines =
        ["HTTP/1.1 \(status) S", "Content-Type: \(type)", "Connection: close"]
        + ["Content-Length: \(body.utf8.count)"] + headers
      return send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    /// Does nothing until the peer goes away, or the server does.
    package func hang() {
      var byte: UInt8 = 0
      while !isOver() {
        var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 20) > 0 else { continue }
        if recv(socket, &byte, 1, 0) <= 0 { return }
      }
    }
  }

  private let socket: Int32
  package let port: UInt16
  private let received = Mutex<[String]>([])
  private let isClosed = Mutex(false)

  /// Listens on a free port.
  ///
  /// - Parameter script: what a connection gets, once its request was read; it is closed afterwards.
  package init(_ script: @escaping @Sendable (Connection) -> Void) {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.socket = socket
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket, pointer, size) == 0 && listen(socket, 64) == 0
          && getsockname(socket, pointer, &size) == 0
      }
    }
    precondition(isBound, "no port to listen on")
    port = UInt16(bigEndian: address.sin_port)
    let acceptor = Thread { [weak self] in
      var number = 0
      while true {
        let taken = accept(socket, nil, nil)
        guard taken >= 0 else {
          close(socket)
          return
        }
        guard self != nil else {
          close(taken)
          return
        }
        let connection = Connection(taken, number: number) { [weak self] in
          self?.isClosed.withLock { $0 } ?? true
        }
        number += 1
        Thread { [weak self] in
          let request = connection.readRequest()
          guard !request.isEmpty else { return }
          self?.received.withLock { $0.append(request) }
          script(connection)
        }.start()
      }
    }
    acceptor.start()
  }

  deinit {
    isClosed.withLock { $0 = true }
    // It is the acceptor that closes it: its number could else be another socket's by then.
    shutdown(socket, Int32(SHUT_RDWR))
  }

  /// All that was asked, heads and bodies.
  package var requests: [String] { received.withLock { $0 } }

  /// "http://127.0.0.1:PORT/v1".
  package var url: String { "http://127.0.0.1:\(port)/v1" }
}
