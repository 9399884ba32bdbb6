/// The table of targets in docs/ARCHITECTURE.md.
enum ArchitecturePage {
  /// Target → what its row says it imports; a row may name several targets.
  static func targets(_ page: String) -> [String: [String]] {
    var result: [String: [String]] = [:]
    let lines = page.split(separator: "\n")
    for line in lines.drop(while: { !$0.hasPrefix("| target |") }).dropFirst(2) {
      guard line.hasPrefix("|") else { break }
      let cells = line.split(separator: "|").map { $0.split(separator: " ") }
      guard cells.count == 3 else { continue }
      let imports = cells[2].map { String($0.prefix { $0 != "," }) }
      for name in cells[0] { result[String(name.filter { $0 != "`" })] = imports }
    }
    return result
  }
}
