import CMicroHTTPD
import Glibc

/// Whether somebody is at the other end of a connection that is suspended: the server's thread does not look at those.
enum PeerPresence {
  /// Whether the peer has reset its connection; one that has only ended its sending side still reads.
  ///
  /// The connection must stay suspended meanwhile.
  static func isGone(_ connection: OpaquePointer) -> Bool {
    var peer = pollfd(fd: optiflow_mhd_socket(connection), events: 0, revents: 0)
    return poll(&peer, 1, 0) == 1
  }
}
