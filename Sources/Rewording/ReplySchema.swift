package import Values

/// JSON schemas of replies (https://json-schema.org), in the little that servers with grammars take.
package enum ReplySchema {
  /// A text.
  package static let text = JSON.object([("type", .string("string"))])
  /// A number, whole or not.
  package static let number = JSON.object([("type", .string("number"))])
  /// Yes or no.
  package static let flag = JSON.object([("type", .string("boolean"))])

  /// One of some texts.
  package static func oneOf(_ texts: [String]) -> JSON {
    .object([("type", .string("string")), ("enum", .array(texts.map(JSON.string)))])
  }

  /// Any number of something.
  package static func list(of item: JSON) -> JSON {
    .object([("type", .string("array")), ("items", item)])
  }

  /// An object with these members and no others, all of them there.
  package static func object(_ members: [(String, JSON)]) -> JSON {
    .object([
      ("type", .string("object")),
      ("properties", .object(members)),
      ("required", .array(members.map { .string($0.0) })),
      ("additionalProperties", .bool(false)),
    ])
  }
}
