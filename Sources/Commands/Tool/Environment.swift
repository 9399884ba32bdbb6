import Glibc

/// What surrounds a run: variables, and the folder in which ./optiflow.yaml is looked for.
package struct Environment: Sendable {
  /// Name → value.
  package var variables: [String: String]
  /// The working folder.
  package var folder: String

  package init(variables: [String: String], folder: String = ".") {
    self.variables = variables
    self.folder = folder
  }

  /// The process's own.
  package static var process: Environment {
    var result: [String: String] = [:]
    var entry = environ
    while let pointer = entry.pointee {
      let text = String(cString: pointer)
      if let equals = text.firstIndex(of: "=") {
        result[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      entry += 1
    }
    return Environment(variables: result)
  }

  /// Whether the terminal understands no escape sequences, as far as one knows.
  var isDumb: Bool { self["TERM"].map { $0 == "dumb" } ?? true }

  /// The value of a variable that is set and not empty.
  subscript(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
