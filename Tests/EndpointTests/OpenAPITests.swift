import Testing
import Values

@testable import Endpoint

@Suite("/openapi.json")
struct OpenAPITests {
  private let document = OpenAPIDocument.json

  /// Every object and array below a value, with itself.
  private func all(_ json: JSON) -> [JSON] {
    switch json {
    case .object(let members): [json] + members.flatMap { all($0.1) }
    case .array(let items): [json] + items.flatMap(all)
    default: [json]
    }
  }

  @Test("every schema that is named is there, and every one that is there is named")
  func references() throws {
    let prefix = "#/components/schemas/"
    let named = Set(
      all(document).compactMap { $0["$ref"]?.text }.filter { $0.hasPrefix(prefix) }
        .map { String($0.dropFirst(prefix.count)) }
    )
    #expect(named == Set(OpenAPISchemas.all.map(\.0)))
  }

  @Test("every operation has a name of its own and a good response")
  func operations() throws {
    guard case .object(let paths) = document["paths"] else { return #expect(Bool(false)) }
    let operations = paths.flatMap { path, methods -> [JSON] in
      guard case .object(let methods) = methods else { return [] }
      return methods.map(\.1)
    }
    let names = operations.compactMap { $0["operationId"]?.text }
    #expect(names.count == operations.count && Set(names).count == names.count)
    #expect(
      operations.allSatisfy {
        $0["responses"]?["200"] != nil || $0["responses"]?["204"] != nil
      }
    )
    #expect(document["openapi"]?.text == "3.1.0")
  }

  @Test("the document is JSON that can be read back")
  func reading() throws {
    #expect(try JSONReader.read(document.rendered) == document)
  }
}
