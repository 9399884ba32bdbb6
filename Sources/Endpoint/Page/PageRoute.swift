import Server

/// `GET /` and `GET /widget.js`: the chat page, and the script that puts the same chat into any page.
enum PageRoute {
  static let page = "/"
  static let script = "/widget.js"

  /// The page loads nothing but the script, and talks to its own server only.
  private static let policy =
    "default-src 'none'; script-src 'self'; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// The page.
  static func html() -> Response {
    Response(
      200,
      .bytes(PackageResources.index_html),
      headers: [
        ("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", policy),
        ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-cache"),
      ]
    )
  }

  /// The script; pages elsewhere may load it: what it may ask is decided by their origin.
  static func javaScript() -> Response {
    Response(
      200,
      .bytes(PackageResources.widget_js),
      headers: [
        ("Content-Type", "text/javascript; charset=utf-8"),
        ("Cross-Origin-Resource-Policy", "cross-origin"), ("Cache-Control", "no-cache"),
      ]
    )
  }
}
