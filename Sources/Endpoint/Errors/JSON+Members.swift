import Server
import Values

extension Request {
  /// The body as an object.
  func object() throws(Problem) -> JSON {
    guard let text = String(validating: body, as: UTF8.self),
      let json = try? JSONReader.read(text), case .object = json
    else { throw .notJSON }
    return json
  }
}

extension JSON {
  /// A member that is a text; nil where it is null or not there.
  func string(_ name: String) throws(Problem) -> String? {
    guard let member = self[name], member != .null else { return nil }
    guard let text = member.text else { throw .invalid(name, expected: "string") }
    return text
  }

  /// A member that is true or false; nil where it is null or not there.
  func bool(_ name: String) throws(Problem) -> Bool? {
    switch self[name] {
    case .bool(let value): return value
    case .null, nil: return nil
    default: throw .invalid(name, expected: "true, false")
    }
  }
}
