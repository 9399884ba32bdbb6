/// Where a model is served in OpenAI's format, and how to speak to it.
package struct ModelServer: Sendable {
  /// The address of `chat/completions`.
  package let address: String
  /// What the server calls the model.
  package let model: String
  /// Sent as a bearer token; never printed.
  let key: String?
  /// Whether the reply is asked for in pieces.
  package var isStreaming = true
  /// Files of certificates to trust in place of the system's: `CURL_CA_BUNDLE`, `SSL_CERT_FILE`, `SSL_CERT_DIR`.
  package var trustedFile: String?
  package var trustedFolder: String?

  /// Why an address cannot be used.
  package enum Fault: Error, Hashable, Sendable {
    /// Neither http nor https, or no host.
    case notAnAddress
    /// A key would go in clear over the network.
    case keyInClear
  }

  /// - Parameters:
  ///   - url: the base, such as "http://127.0.0.1:8080/v1"; without a path "/v1" is meant.
  ///   - model: what the server calls the model.
  ///   - key: nil where none is needed.
  /// - Throws: what keeps the address from being used.
  package init(url: String, model: String, key: String? = nil) throws(Fault) {
    let scheme = url.prefix { $0 != ":" }.lowercased()
    guard scheme == "http" || scheme == "https",
      url.dropFirst(scheme.count).hasPrefix("://"), !url.contains(where: \.isWhitespace)
    else { throw .notAnAddress }
    let rest = url.dropFirst(scheme.count + 3)
    let authority = rest.prefix { !"/?#".contains($0) }
    let host = Self.host(of: authority)
    guard !host.isEmpty else { throw .notAnAddress }
    if key != nil, scheme == "http", !Self.isLocal(host) { throw .keyInClear }
    let path = rest.dropFirst(authority.count).prefix { !"?#".contains($0) }
    let query = rest.dropFirst(authority.count + path.count).prefix { $0 != "#" }
    address = "\(scheme)://\(authority)\(Self.endpoint(String(path)))\(query)"
    self.model = model
    self.key = key
  }

  private static func host(of authority: Substring) -> String {
    let name = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if name.hasPrefix("[") { return name.prefix { $0 != "]" }.lowercased() + "]" }
    return name.prefix { $0 != ":" }.lowercased()
  }

  private static func isLocal(_ host: String) -> Bool {
    host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
  }

  private static func endpoint(_ path: String) -> String {
    var path = path
    while path.hasSuffix("/") { path.removeLast() }
    if path.hasSuffix("/chat/completions") { return path }
    return (path.isEmpty ? "/v1" : path) + "/chat/completions"
  }
}
