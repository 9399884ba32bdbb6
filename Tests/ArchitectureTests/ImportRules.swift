/// What a source file may import: its target's dependencies, and the few system modules we allow.
struct ImportRules {
  let manifest: Manifest

  /// Modules of the toolchain and the system that any target may import.
  static let everywhere: Set<String> = ["Glibc", "Synchronization"]
  /// Targets that may import FoundationEssentials, and why is said in the file.
  static let foundationEssentials: Set<String> = []

  /// What a file imports against the rules: one sentence each.
  func violations(in file: Project.SwiftFile) -> [String] {
    guard let target = manifest[file.target] else {
      return ["\(file.path): Package.swift names no target \(file.target)"]
    }
    var allowed = Self.everywhere.union(target.dependencies)
    if Self.foundationEssentials.contains(target.name) { allowed.insert("FoundationEssentials") }
    return Self.imports(file.text).filter { !allowed.contains($0) }
      .map { "\(file.path): \(target.name) must not import \($0)" }
  }

  /// Modules named by the import declarations of a source text.
  static func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ isModifier($0) })
      else { return nil }
      // `import struct Glibc.stat` names the module in the second word.
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
      let name = kinds.contains(words[place + 1]) ? words.last : words[place + 1]
      return name.map { String($0.prefix { $0 != "." }) }
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || ["package", "internal", "public", "private", "fileprivate"].contains(word)
  }
}
