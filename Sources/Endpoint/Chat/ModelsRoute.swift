import Server
import Values

/// `GET /v1/models`, and `/v1/models/{id}`: there is one.
struct ModelsRoute: Sendable {
  static let path = "/v1/models"
  /// The name of the one model.
  static let name = "optiflow"

  /// 2026-01-01, in seconds since 1970: models have a birthday.
  private static let createdAt: Int64 = 1_767_225_600

  /// The list.
  static func list() -> Response {
    Response(200, .object([("object", .string("list")), ("data", .array([model]))]))
  }

  /// The one of a name.
  static func one(_ name: String) throws(Problem) -> Response {
    guard name == Self.name else { throw .unknownModel(name) }
    return Response(200, model)
  }

  private static var model: JSON {
    .object([
      ("id", .string(name)), ("object", .string("model")), ("created", .integer(createdAt)),
      ("owned_by", .string(name)),
    ])
  }
}
