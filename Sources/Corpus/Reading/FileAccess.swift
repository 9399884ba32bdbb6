import Glibc

/// The few calls to the system that reading a corpus takes.
enum FileAccess {
  /// Folders nested deeper than this are a loop of links, not a corpus.
  private static let maximumDepth = 8

  /// Why a path could not be read, in the system's words.
  struct Refusal: Error, Hashable {
    var path: String
    var reason: String
  }

  /// All `.yaml` files under a folder, sorted by path; an unreadable one is reported, the others still come.
  static func corpusFiles(under folder: String) -> (files: [SourceFile], refusals: [Refusal]) {
    var paths: [String] = []
    var refusals: [Refusal] = []
    list(folder, prefix: "", depth: 0, into: &paths, refusals: &refusals)
    var files: [SourceFile] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      do throws(Refusal) {
        files.append(SourceFile(path: path, bytes: try contents(of: folder + "/" + path)))
      } catch {
        refusals.append(Refusal(path: path, reason: error.reason))
      }
    }
    return (files, refusals)
  }

  /// Whether a folder stands at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// All bytes of a file.
  static func contents(of path: String) throws(Refusal) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refusal(path) }
    let size = Int(status.st_size)
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got <= 0 {
          failed = got < 0
          break
        }
        count += got
      }
    }
    if failed { throw refusal(path) }
    return bytes
  }

  private static func list(
    _ folder: String,
    prefix: String,
    depth: Int,
    into paths: inout [String],
    refusals: inout [Refusal]
  ) {
    guard depth < maximumDepth else { return }
    guard let directory = opendir(folder) else {
      refusals.append(Refusal(path: prefix, reason: refusal(folder).reason))
      return
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      if name.hasSuffix(".yaml") {
        paths.append(prefix + name)
      } else if isFolder(folder + "/" + name) {
        list(
          folder + "/" + name,
          prefix: prefix + name + "/",
          depth: depth + 1,
          into: &paths,
          refusals: &refusals
        )
      }
    }
  }

  private static func refusal(_ path: String) -> Refusal {
    Refusal(path: path, reason: String(cString: strerror(errno)))
  }
}
