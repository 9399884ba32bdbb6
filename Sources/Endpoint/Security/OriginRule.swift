import Server

/// Which web pages may ask: those of the server itself, and those that were named.
///
/// A browser sends any page's requests to this machine. Two things give such a page away: its `Origin`, and, where it
/// made its own name lead to this machine, the `Host` it asked for.
struct OriginRule: Sendable {
  /// Origins that may ask, such as "https://shop.example".
  let allowed: Set<String>
  /// Whether only names of this machine are answered to.
  let isLocalOnly: Bool

  init(allowed: [String], isLocalOnly: Bool) {
    self.allowed = Set(allowed.map { Self.trimmed($0) })
    self.isLocalOnly = isLocalOnly
  }

  /// Why a request is refused; nil where it is not.
  func problem(_ request: Request) -> Problem? {
    if isLocalOnly, let host = request.headers["host"], request.peer != "unix",
      !Self.isLocal(host)
    {
      return .foreignHost
    }
    guard let origin = request.headers["origin"] else { return nil }
    return isAllowed(origin, request) ? nil : .foreignOrigin
  }

  /// The headers that let the page of an origin read the response.
  func headers(_ request: Request) -> [(name: String, value: String)] {
    guard let origin = request.headers["origin"], isAllowed(origin, request) else {
      return [("Vary", "Origin")]
    }
    return [
      ("Access-Control-Allow-Origin", origin),
      ("Access-Control-Expose-Headers", "X-Request-Id, Retry-After"),
      ("Vary", "Origin"),
    ]
  }

  private func isAllowed(_ origin: String, _ request: Request) -> Bool {
    if allowed.contains(origin) || allowed.contains("*") { return true }
    guard let host = request.headers["host"] else { return false }
    return origin == "http://" + host || origin == "https://" + host
  }

  /// "http://a.example/" → "http://a.example".
  private static func trimmed(_ origin: String) -> String {
    origin.hasSuffix("/") ? String(origin.dropLast()) : origin
  }

  /// "localhost:8080", "127.0.0.1", "[::1]:80".
  private static func isLocal(_ host: String) -> Bool {
    let name: Substring
    if host.hasPrefix("[") {
      name = host.dropFirst().prefix { $0 != "]" }
    } else {
      name = host.prefix { $0 != ":" }
    }
    return name == "localhost" || name == "::1" || name.hasSuffix(".localhost")
      || name.hasPrefix("127.") && name.allSatisfy { $0.isNumber || $0 == "." }
  }
}
