import CMicroHTTPD
import Synchronization

/// Reads the head of a request.
struct RequestHead {
  let request: Request
  /// The length of the body as its head says; nil where it does not.
  let announcedSize: Int?

  init(
    _ connection: OpaquePointer,
    method: UnsafePointer<CChar>?,
    path: UnsafePointer<CChar>?
  ) {
    let headers = Dictionary(
      Self.pairs(connection, .HEADER_KIND).map { ($0.name.lowercased(), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    request = Request(
      id: Self.identifier(headers["x-request-id"]),
      method: method.map { String(cString: $0) } ?? "",
      path: path.map { String(cString: $0) } ?? "",
      query: Self.pairs(connection, .GET_ARGUMENT_KIND),
      headers: headers,
      peer: PeerName.of(optiflow_mhd_peer(connection)).host
    )
    announcedSize = headers["content-length"].flatMap { Int($0) }
  }

  private final class Pairs {
    var list: [(name: String, value: String)] = []
  }

  private static func pairs(
    _ connection: OpaquePointer,
    _ kind: MHD_ValueKind
  ) -> [(name: String, value: String)] {
    let pairs = Pairs()
    MHD_get_connection_values_n(
      connection,
      kind,
      { pairs, _, name, nameSize, value, valueSize in
        guard let pairs else { return .NO }
        let list = Unmanaged<Pairs>.fromOpaque(pairs).takeUnretainedValue()
        list.list.append((RequestHead.text(name, nameSize), RequestHead.text(value, valueSize)))
        return .YES
      },
      Unmanaged.passUnretained(pairs).toOpaque()
    )
    return pairs.list
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let start else { return "" }
    return start.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }

  // MARK: - Identifier

  private static let count = Atomic<UInt64>(0)
  /// Tells runs apart.
  private static let run = UInt64.random(in: 0...UInt64.max)

  /// The client's own, where it is short and holds nothing that could break a log; else one that no other has.
  private static func identifier(_ wanted: String?) -> String {
    if let wanted, PlainName.isOne(wanted) { return wanted }
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    // A bijection of the number, as SplitMix64 has it: no two are the same.
    var mixed = run &+ number &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    let hex = String(mixed ^ mixed >> 31, radix: 16)
    return "req-" + String(repeating: "0", count: 16 - hex.count) + hex
  }
}
