/// The parts of a path.
struct FilePath: Hashable, Sendable {
  /// "/a" of "/a/b.csv", "." of "b.csv".
  let folder: String
  /// "b.csv" of "/a/b.csv".
  let name: String

  init(_ path: String) {
    guard let slash = path.lastIndex(of: "/") else {
      folder = "."
      name = path
      return
    }
    folder = slash == path.startIndex ? "/" : String(path[..<slash])
    name = String(path[path.index(after: slash)...])
  }

  /// What follows the last point of the name; nil for ".csv", which is all name.
  var ending: String? {
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return nil }
    return String(name[name.index(after: point)...])
  }
}
