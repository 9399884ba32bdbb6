package import Diagnostics
import Glibc

/// Where a server can be reached.
package enum ServerAddress: Hashable, Sendable {
  /// A host name or number, and a port; port 0 for any that is free.
  case network(host: String, port: UInt16)
  /// The path of a Unix socket.
  case unix(path: String)

  /// Whether only programs of this machine can reach it.
  package var isLocal: Bool {
    switch self {
    case .unix: true
    case .network(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
  }
}

/// A socket on which connections can be accepted.
package struct ListeningSocket: Sendable {
  /// Its descriptor.
  let descriptor: Int32
  /// Where it listens, with the port that was taken.
  package let address: ServerAddress

  private static let backlog: Int32 = 1_024

  /// The socket that systemd hands over, as sd_listen_fds(3) describes: descriptor 3.
  package static func inherited(_ environment: [String: String]) -> ListeningSocket? {
    guard environment["LISTEN_PID"] == String(getpid()),
      environment["LISTEN_FDS"].flatMap({ Int($0) }) ?? 0 > 0
    else { return nil }
    let descriptor: Int32 = 3
    makeReady(descriptor)
    return ListeningSocket(descriptor: descriptor, address: address(of: descriptor))
  }

  /// Opens a socket.
  ///
  /// - Throws: "serve.unknown-host", "serve.cannot-listen".
  package static func open(_ address: ServerAddress) throws(Failure) -> ListeningSocket {
    switch address {
    case .network(let host, let port): try open(host: host, port: port)
    case .unix(let path): try open(path: path)
    }
  }

  private static func open(host: String, port: UInt16) throws(Failure) -> ListeningSocket {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found?.pointee else {
      throw .unknownHost(host)
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(first.ai_family, first.ai_socktype, first.ai_protocol)
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard descriptor >= 0, bind(descriptor, first.ai_addr, first.ai_addrlen) == 0,
      listen(descriptor, backlog) == 0
    else {
      let error = errno
      close(descriptor)
      throw .cannotListen(on: "\(host):\(port)", error)
    }
    makeReady(descriptor)
    guard case .network(_, let taken) = Self.address(of: descriptor) else {
      preconditionFailure("a network socket has a port")
    }
    return ListeningSocket(descriptor: descriptor, address: .network(host: host, port: taken))
  }

  /// A Unix socket for this user alone; one that nobody listens on any more is replaced.
  private static func open(path: String) throws(Failure) -> ListeningSocket {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < room else { throw .cannotListen(on: path, ENAMETOOLONG) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let error = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Int32 in
        if connect(descriptor, address, size) == 0 { return EADDRINUSE }
        if errno == ECONNREFUSED { unlink(path) }
        let mask = umask(0o177)
        defer { umask(mask) }
        guard bind(descriptor, address, size) == 0, listen(descriptor, backlog) == 0 else {
          return errno
        }
        return 0
      }
    }
    guard error == 0 else {
      close(descriptor)
      throw .cannotListen(on: path, error)
    }
    makeReady(descriptor)
    return ListeningSocket(descriptor: descriptor, address: .unix(path: path))
  }

  private static func makeReady(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  private static func address(of descriptor: Int32) -> ServerAddress {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        getsockname(descriptor, address, &size)
        let name = PeerName.of(UnsafePointer(address))
        return name.port.map { .network(host: name.host, port: $0) } ?? .unix(path: "")
      }
    }
  }
}

extension Failure {
  fileprivate static func unknownHost(_ host: String) -> Failure {
    Failure(
      .usage,
      code: "serve.unknown-host",
      french: "« \(host) » n'est pas une adresse de cette machine.",
      english: "\"\(host)\" is no address of this machine.",
      frenchHint: "Exemples\u{202F}: --host 127.0.0.1, --host 0.0.0.0",
      englishHint: "Examples: --host 127.0.0.1, --host 0.0.0.0"
    )
  }

  fileprivate static func cannotListen(on place: String, _ error: Int32) -> Failure {
    let reason = String(cString: strerror(error))
    return Failure(
      .environment,
      code: "serve.cannot-listen",
      french: "Impossible d'écouter sur \(place) (\(reason)).",
      english: "Cannot listen on \(place) (\(reason)).",
      frenchHint: "Choisissez un autre port par --port, ou arrêtez le programme qui l'occupe.",
      englishHint: "Choose another port with --port, or stop the program that holds it."
    )
  }
}
