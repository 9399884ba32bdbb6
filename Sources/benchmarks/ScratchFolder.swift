import Diagnostics
import Glibc

/// A folder of our own for databases, caches and outputs, removed at the end.
struct ScratchFolder: ~Copyable {
  /// Where it is.
  let path: String

  /// Makes it under TMPDIR, else /tmp.
  init() throws(Failure) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/optiflow-benchmarks-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Self.unwritable(base) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    let removal = Child(program: "/bin/rm", arguments: ["-rf", path])
    _ = try? removal.run(output: "/dev/null")
  }

  private static func unwritable(_ base: String) -> Failure {
    Failure(
      .environment,
      code: "benchmarks.no-folder",
      french: "Impossible de créer un dossier sous \(base).",
      english: "No folder can be made under \(base).",
      frenchHint: "Désignez un autre dossier par TMPDIR.",
      englishHint: "Name another one with TMPDIR."
    )
  }
}
