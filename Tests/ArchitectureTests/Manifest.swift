/// The table of targets in a Package.swift: `target("Name", ["Dependency", …])`, one a call.
struct Manifest {
  /// One row of the table.
  struct Target: Equatable {
    let name: String
    let dependencies: [String]
  }

  /// The rows, in the order of the file, which is the layering.
  let targets: [Target]

  /// The functions that declare a target.
  private static let declarations = [
    "target(", "program(", "support(", "tests(", ".systemLibrary(",
  ]

  /// Reads the calls behind `targets: [` of a manifest's text.
  init(_ text: String) {
    var targets: [Target] = []
    // The products' list of targets stands above; the package's own is the last one.
    let table = text.ranges(of: "targets: [").last.map { text[$0.upperBound...] } ?? ""
    var rest = table
    while let call = Self.firstDeclaration(in: rest) {
      let arguments = rest[call.upperBound...]
      let end = Self.end(of: arguments)
      if let target = Self.target(arguments[..<end]) { targets.append(target) }
      rest = arguments[end...]
    }
    self.targets = targets
  }

  /// The row of a name.
  subscript(_ name: String) -> Target? {
    targets.first { $0.name == name }
  }

  /// Dependencies that are declared below their user, or nowhere: one sentence each.
  var misplacedDependencies: [String] {
    var problems: [String] = []
    for (row, target) in targets.enumerated() {
      let above = targets[..<row].map(\.name)
      for dependency in target.dependencies where !above.contains(dependency) {
        problems.append("\(target.name) depends on \(dependency), which does not stand above it")
      }
    }
    return problems
  }

  private static func firstDeclaration(in text: Substring) -> Range<Substring.Index>? {
    declarations.compactMap { text.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
  }

  /// Where the call's closing parenthesis is.
  private static func end(of arguments: Substring) -> Substring.Index {
    var depth = 1
    for index in arguments.indices {
      if arguments[index] == "(" { depth += 1 }
      if arguments[index] == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return arguments.endIndex
  }

  /// `"Name", ["A", "B"], data: ["Folder"]`: the first text is the name, the first list the dependencies.
  private static func target(_ arguments: Substring) -> Target? {
    let texts = Self.texts(in: arguments)
    guard let name = texts.first else { return nil }
    let head = arguments.prefix { $0 != ":" || arguments.hasPrefix("name:") }
    guard !arguments.hasPrefix("name:"), let open = head.firstIndex(of: "[") else {
      return Target(name: name, dependencies: [])
    }
    let list = head[open...].prefix { $0 != "]" }
    return Target(name: name, dependencies: Self.texts(in: list))
  }

  /// The contents of the string literals of a piece of source.
  private static func texts(in source: Substring) -> [String] {
    let parts = source.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
