import Server

/// `GET /` and `GET /widget.js`: the chat page, and the script that puts the same chat into any page.
enum PageRoute {
  static let page = "/"
  static let script = "/widget.js"

  /// The page loads nothing but the script, and talks to its own server only.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  static func html() -> Response {
    Response(
      200,
      text: PageText.html,
      type: "text/html; charset=utf-8",
      headers: [
        ("Content-Security-Policy", policy), ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-cache"),
      ]
    )
  }

  static func javaScript() -> Response {
    Response(
      200,
      text: PageText.script,
      type: "text/javascript; charset=utf-8",
      // Pages elsewhere may load it: what it may ask is decided by their origin.
      headers: [("Cross-Origin-Resource-Policy", "cross-origin"), ("Cache-Control", "no-cache")]
    )
  }
}

enum PageText {
  static let html = "x"
  static let script = "y"
}
