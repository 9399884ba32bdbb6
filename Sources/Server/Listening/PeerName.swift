// Its header is where the compiler finds the fields of socket addresses.
import CMicroHTTPD
import Glibc

/// A socket address as people write it.
enum PeerName {
  /// Host and port; no port, and "unix", for anything that is no network address.
  static func of(_ address: UnsafePointer<sockaddr>?) -> (host: String, port: UInt16?) {
    guard let address else { return ("unix", nil) }
    let family = Int32(address.pointee.sa_family)
    let size: Int
    switch family {
    case AF_INET: size = MemoryLayout<sockaddr_in>.size
    case AF_INET6: size = MemoryLayout<sockaddr_in6>.size
    default: return ("unix", nil)
    }
    var host = [CChar](repeating: 0, count: 64)
    var port = [CChar](repeating: 0, count: 8)
    let flags = NI_NUMERICHOST | NI_NUMERICSERV
    getnameinfo(
      address,
      socklen_t(size),
      &host,
      socklen_t(host.count),
      &port,
      socklen_t(port.count),
      flags
    )
    return (text(host), UInt16(text(port)))
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
