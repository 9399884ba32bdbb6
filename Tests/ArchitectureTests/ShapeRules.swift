/// What the shape of the tree must be: short files, named concepts, nothing from outside.
enum ShapeRules {
  /// Most lines of a source file.
  static let sourceLimit = 500
  /// Most lines of a test file.
  static let testLimit = 700
  /// Files that are tables without logic, which may be longer.
  static let tables: Set<String> = []
  /// Folder names that say nothing about what is inside.
  static let emptyNames: Set<String> = [
    "utils", "util", "utilities", "helpers", "misc", "common", "managers", "extensions",
  ]

  /// Files over their limit: one sentence each.
  static func tooLong(_ files: [Project.SwiftFile], limit: Int) -> [String] {
    files.filter { $0.lineCount > limit && !tables.contains($0.path) }
      .map { "\($0.path) has \($0.lineCount) lines, over \(limit)" }
  }

  /// Paths with a folder that is named after nothing.
  static func badlyNamed(_ paths: [String]) -> [String] {
    paths.filter { path in
      path.split(separator: "/").dropLast().contains { emptyNames.contains($0.lowercased()) }
    }
  }
}
