import CMicroHTTPD
import Glibc

/// What libmicrohttpd calls, all of it on the server's own thread.
enum HTTPCallbacks {
  /// A connection was made, or is about to be closed.
  static let connection: MHD_NotifyConnectionCallback = { owner, connection, _, event in
    guard let server = HTTPCallbacks.server(owner), let connection else { return }
    // MHD_CONNECTION_NOTIFY_STARTED, whose name is not imported.
    if event.rawValue == 0 {
      server.book.open(ConnectionKey(connection), socket: optiflow_mhd_socket(connection))
    } else {
      server.book.close(ConnectionKey(connection))
    }
  }

  /// The end of a request, however it ended.
  static let completed: MHD_RequestCompletedCallback = { owner, connection, slot, _ in
    guard let server = HTTPCallbacks.server(owner), let connection else { return }
    if let pointer = slot?.pointee {
      Unmanaged<Exchange>.fromOpaque(pointer).takeRetainedValue().end()
      slot?.pointee = nil
    }
    server.book.mark(ConnectionKey(connection), .idle)
  }

  /// The head of a request, then parts of its body, then its end; and again when a suspended connection goes on.
  static let access: MHD_AccessHandlerCallback = {
    owner,
    connection,
    path,
    method,
    _,
    bytes,
    count,
    slot in
    guard let server = HTTPCallbacks.server(owner), let connection, let slot, let count else {
      return .NO
    }
    guard let pointer = slot.pointee else {
      let head = RequestHead(connection, method: method, path: path)
      let exchange = Exchange(
        head.request,
        connection: connection,
        bodyLimit: server.limits.bodySize
      )
      slot.pointee = Unmanaged.passRetained(exchange).toOpaque()
      return server.begin(exchange, connection, announced: head.announcedSize)
    }
    let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
    guard count.pointee == 0 else {
      bytes?.withMemoryRebound(to: UInt8.self, capacity: count.pointee) {
        exchange.take(UnsafeBufferPointer(start: $0, count: count.pointee))
      }
      count.pointee = 0
      if case .hopeless = exchange.intake { return .NO }
      return .YES
    }
    return server.end(exchange, connection)
  }

  private static func server(_ owner: UnsafeMutableRawPointer?) -> HTTPServer? {
    owner.map { Unmanaged<HTTPServer>.fromOpaque($0).takeUnretainedValue() }
  }
}

extension HTTPServer {
  /// The head was read: refused at once, or its body is awaited.
  fileprivate func begin(
    _ exchange: Exchange,
    _ connection: OpaquePointer,
    announced: Int?
  ) -> MHD_Result {
    book.mark(ConnectionKey(connection), .sendingBody)
    if optiflow_mhd_head_size(connection) > limits.headSize {
      return queue(handler.tooLong(.head, exchange.request), exchange, connection)
    }
    var response = handler.refusal(&exchange.request)
    if response == nil, let announced, announced > limits.bodySize {
      response = handler.tooLong(.body, exchange.request)
    }
    return response.map { queue($0, exchange, connection) } ?? .YES
  }

  /// All was read, or a response came.
  fileprivate func end(_ exchange: Exchange, _ connection: OpaquePointer) -> MHD_Result {
    switch exchange.stage {
    case .reading: return handle(exchange, connection)
    case .starting(let start):
      exchange.stage = .started
      MHD_suspend_connection(connection)
      start(exchange.reply)
      return .YES
    case .started: return exchange.reply.take().map { queue($0, exchange, connection) } ?? .YES
    }
  }

  private func handle(_ exchange: Exchange, _ connection: OpaquePointer) -> MHD_Result {
    if case .tooLong = exchange.intake {
      return queue(handler.tooLong(.body, exchange.request), exchange, connection)
    }
    switch handler.handling(exchange.request) {
    case .now(let response): return queue(response, exchange, connection)
    case .later(let start):
      book.mark(ConnectionKey(connection), .waiting)
      // Suspended at the next call, which comes at once. One suspended now would still be taken for one that reads: when
      // several go on together, the library reads from them again, and takes the end of what a peer sends for its end.
      exchange.stage = .starting(start)
      return .YES
    }
  }

  private func queue(
    _ response: Response,
    _ exchange: Exchange,
    _ connection: OpaquePointer
  ) -> MHD_Result {
    let response = handler.finish(response, exchange.request)
    guard let made = make(response, exchange, connection) else { return .NO }
    for (name, value) in response.headers { MHD_add_response_header(made, name, value) }
    MHD_add_response_header(made, "X-Request-Id", exchange.request.id)
    let result = MHD_queue_response(connection, UInt32(response.status), made)
    MHD_destroy_response(made)
    return result
  }

  private func make(
    _ response: Response,
    _ exchange: Exchange,
    _ connection: OpaquePointer
  ) -> OpaquePointer? {
    switch response.body {
    case .bytes(let bytes):
      book.mark(ConnectionKey(connection), .readingResponse)
      return bytes.withUnsafeBytes { bytes in
        MHD_create_response_from_buffer(
          bytes.count,
          UnsafeMutableRawPointer(mutating: bytes.baseAddress),
          .RESPMEM_MUST_COPY
        )
      }
    case .stream(let stream):
      book.mark(ConnectionKey(connection), .waiting)
      exchange.stream = stream
      // Only a key here: a connection that is gone meanwhile is not in the book any more.
      let key = ConnectionKey(connection)
      stream.whenFinished { [book] in book.mark(key, .readingResponse) }
      return StreamReader.response(stream, connection)
    }
  }
}

/// What reads the body of a response that is written while it is sent.
private final class StreamReader {
  let stream: BodyStream
  let connection: OpaquePointer

  init(_ stream: BodyStream, _ connection: OpaquePointer) {
    self.stream = stream
    self.connection = connection
  }

  /// Most bytes handed on at once.
  private static let blockSize = 16_384

  static func response(_ stream: BodyStream, _ connection: OpaquePointer) -> OpaquePointer? {
    let reader = Unmanaged.passRetained(StreamReader(stream, connection)).toOpaque()
    // MHD_SIZE_UNKNOWN and the ends of a stream are macros with casts.
    let response = MHD_create_response_from_callback(
      .max,
      blockSize,
      { reader, _, buffer, room in
        guard let reader, let buffer else { return -2 }
        let owner = Unmanaged<StreamReader>.fromOpaque(reader).takeUnretainedValue()
        return buffer.withMemoryRebound(to: UInt8.self, capacity: room) { bytes in
          owner.stream.read(
            into: UnsafeMutableBufferPointer(start: bytes, count: room),
            for: owner.connection
          ) ?? -1
        }
      },
      reader,
      { reader in
        guard let reader else { return }
        Unmanaged<StreamReader>.fromOpaque(reader).takeRetainedValue().stream.close()
      }
    )
    if response == nil { Unmanaged<StreamReader>.fromOpaque(reader).release() }
    return response
  }
}
