import Values

/// JSON schemas (https://json-schema.org/draft/2020-12), as short as they can be written.
enum Schema {
  /// A text; one of some values where there are any.
  static func text(_ description: String = "", values: [String] = []) -> JSON {
    var members: [(String, JSON)] = [("type", .string("string"))]
    if !values.isEmpty { members.append(("enum", .array(values.map(JSON.string)))) }
    return described(members, description)
  }

  /// A number, true or false, or any other simple type.
  static func simple(_ type: String, _ description: String = "") -> JSON {
    described([("type", .string(type))], description)
  }

  /// The same, or null.
  static func optional(_ type: String, _ description: String = "") -> JSON {
    described([("type", .array([.string(type), .string("null")]))], description)
  }

  /// A list of one kind of thing.
  static func list(_ items: JSON, _ description: String = "") -> JSON {
    described([("type", .string("array")), ("items", items)], description)
  }

  /// Anything.
  static let any = JSON.object([])

  /// One of the named schemas.
  static func named(_ name: String) -> JSON {
    .object([("$ref", .string("#/components/schemas/" + name))])
  }

  /// An object with some members; others may stand beside them.
  static func object(_ members: [(String, JSON)], required: [String]) -> JSON {
    .object([
      ("type", .string("object")), ("properties", .object(members)),
      ("required", .array(required.map(JSON.string))),
    ])
  }

  /// An object all members of which are always there.
  static func whole(_ members: [(String, JSON)]) -> JSON {
    object(members, required: members.map(\.0))
  }

  private static func described(_ members: [(String, JSON)], _ description: String) -> JSON {
    .object(description.isEmpty ? members : members + [("description", .string(description))])
  }
}
