import CCurl
import Glibc
import Rewording

/// One request over libcurl: who owns its handle, what came back, and when to stop.
final class Transfer {
  /// What came back.
  struct Response {
    let status: Int
    /// Without parameters, in small letters.
    let type: String
    let body: [UInt8]
    /// Seconds that the server wants to be left alone; 0 where it says nothing.
    let retryAfter: Int
  }

  /// Most bytes of a response: a few sentences take a hundredth of it.
  static let longest = 256 * 1024
  /// Bytes after which a reply in pieces is over, whatever the connection does.
  private static let lastEvent = Array("data: [DONE]".utf8)

  private let handle: UnsafeMutableRawPointer
  private var headers: UnsafeMutablePointer<curl_slist>?
  private let isCancelled: () -> Bool
  private var body: [UInt8] = []
  private var isTooLong = false
  private var isDone = false

  /// libcurl wants to be made ready once, before the first thread uses it.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// - Parameter isCancelled: asked again and again; whether to stop.
  /// - Throws: `unreachable`, where libcurl has no handle left.
  init(isCancelled: @escaping () -> Bool) throws(ModelFault) {
    guard Self.isReady, let handle = curl_easy_init() else { throw .unreachable }
    self.handle = handle
    self.isCancelled = isCancelled
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(headers)
  }

  /// Sends a body and waits for the response, no longer than `time`.
  func post(_ text: String, to server: ModelServer, within time: Duration) throws(ModelFault)
    -> Response
  {
    let milliseconds =
      Int(time.components.seconds) * 1000
      + Int(time.components.attoseconds / 1_000_000_000_000_000)
    guard milliseconds > 0 else { throw .tooLate }
    set(text, server)
    optiflow_curl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds)
    optiflow_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, max(1, min(milliseconds, 5_000)))
    // What the callbacks are given lives as long as this call.
    let owner = Unmanaged.passUnretained(self).toOpaque()
    optiflow_curl_set_writer(handle, Self.writer, owner)
    optiflow_curl_set_observer(handle, Self.observer, owner)
    let code = curl_easy_perform(handle)
    if isTooLong { throw .tooLong }
    guard code == CURLE_OK || isDone else { throw Self.fault(code) }
    let type = optiflow_curl_content_type(handle).map { String(cString: $0) } ?? ""
    return Response(
      status: optiflow_curl_status(handle),
      type: type.prefix { $0 != ";" && $0 != " " }.lowercased(),
      body: body,
      retryAfter: Int(optiflow_curl_retry_after(handle))
    )
  }

  private func set(_ text: String, _ server: ModelServer) {
    optiflow_curl_set_text(handle, CURLOPT_URL, server.address)
    optiflow_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    // A redirect would carry the key to somebody else.
    optiflow_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
    // Timeouts by signals would end the program; the resolver has a thread of its own.
    optiflow_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    optiflow_curl_set_text(handle, CURLOPT_USERAGENT, "optiflow")
    if let file = server.trustedFile { optiflow_curl_set_text(handle, CURLOPT_CAINFO, file) }
    if let folder = server.trustedFolder { optiflow_curl_set_text(handle, CURLOPT_CAPATH, folder) }
    add("Content-Type: application/json")
    add("Accept: application/json, text/event-stream")
    // Without it libcurl would wait for a 100 before long bodies.
    add("Expect:")
    if let key = server.key { add("Authorization: Bearer " + key) }
    optiflow_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
    optiflow_curl_set_body(handle, text, text.utf8.count)
  }

  private func add(_ header: String) { headers = curl_slist_append(headers, header) }

  // MARK: - Callbacks

  private static let writer: optiflow_curl_writer = { bytes, size, count, owner in
    guard let bytes, let owner else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
    let length = size * count
    let isWanted = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
      transfer.take(UnsafeBufferPointer(start: $0, count: length))
    }
    return isWanted ? length : 0
  }

  private static let observer: optiflow_curl_observer = { owner, _, _, _, _ in
    guard let owner else { return 1 }
    return Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue().isCancelled() ? 1 : 0
  }

  /// Takes more of the body.
  ///
  /// - Returns: whether the rest is wanted.
  private func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard body.count + bytes.count <= Self.longest else {
      isTooLong = true
      return false
    }
    // The mark may come in two parts.
    let start = max(0, body.count - Self.lastEvent.count)
    body += bytes
    isDone = body[start...].firstRange(of: Self.lastEvent) != nil
    return !isDone
  }

  private static func fault(_ code: CURLcode) -> ModelFault {
    switch code {
    case CURLE_OPERATION_TIMEDOUT: .tooLate
    case CURLE_ABORTED_BY_CALLBACK: .cancelled
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      .insecure
    case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_SEND_ERROR,
      CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
      .cutOff
    default: .unreachable
    }
  }
}
