import Server
import Values

enum OpenAPIRoute {
  static let path = "/openapi.json"
  static func response() -> Response { Response(200, .object([])) }
}
