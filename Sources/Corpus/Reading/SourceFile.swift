/// A file of the corpus: its path inside the folder, with slashes, and what it holds.
struct SourceFile: Hashable, Sendable {
  var path: String
  var bytes: [UInt8]
}

/// A parsed file of the corpus.
struct SourceDocument: Hashable, Sendable {
  var path: String
  var root: YAMLNode

  /// The file's name without folders and extension, which the object's name repeats.
  var stem: Substring {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let file = path[(slash.map { path.utf8.index(after: $0) } ?? path.startIndex)...]
    return file.hasSuffix(".yaml") ? file.dropLast(5) : file
  }
}
