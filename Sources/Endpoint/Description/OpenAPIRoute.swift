import Server
import Values

/// `GET /openapi.json`: what the endpoint takes and gives (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.0).
enum OpenAPIRoute {
  static let path = "/openapi.json"

  private static let document = OpenAPIDocument.json.rendered

  /// The document.
  static func response() -> Response { Response(200, text: document, type: "application/json") }
}
