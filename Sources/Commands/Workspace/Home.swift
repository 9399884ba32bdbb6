import Diagnostics
import Glibc

/// Where corpus/, index/ and prompts/ are found.
struct Home: Sendable {
  let path: String

  var corpus: String { path + "/corpus" }
  var index: String { path + "/index" }
  var prompts: String { path + "/prompts" }
  /// The corpus in the form that loads without parsing.
  var compiledCorpus: String { index + "/corpus.bin" }
  /// Its phrases in the form that loads without lexing.
  var lexicon: String { index + "/lexicon.bin" }
  /// Its translations likewise.
  var translations: String { index + "/translations.bin" }
  var embedder: String { index + "/embedder.bin" }
  var prototypes: String { index + "/prototypes.bin" }
  var manifest: String { index + "/manifest.json" }

  /// The folder given, else beside the executable, else ../share/optiflow, else the source tree above it.
  static func find(_ given: String?) throws(Failure) -> Home {
    if let given {
      guard isHome(given) else { throw missing(given) }
      return Home(path: given)
    }
    let executable = executableFolder
    var candidates = [executable, executable + "/../share/optiflow"]
    var folder = executable
    for _ in 0..<6 {
      folder += "/.."
      candidates.append(folder)
    }
    candidates.append(".")
    for candidate in candidates where isHome(candidate) { return Home(path: resolved(candidate)) }
    throw missing(executable)
  }

  private static func isHome(_ folder: String) -> Bool {
    access(folder + "/corpus/vocabulary", R_OK) == 0
      || access(folder + "/index/corpus.bin", R_OK) == 0
  }

  private static func missing(_ folder: String) -> Failure {
    Failure(
      .usage,
      code: "home.missing",
      french: "Les dossiers corpus et index sont introuvables (cherchés depuis \(folder)).",
      english: "The corpus and index folders were not found (looked for from \(folder)).",
      frenchHint: "Indiquez leur dossier par --home DOSSIER ou OPTIFLOW_HOME.",
      englishHint: "Name their folder with --home FOLDER or OPTIFLOW_HOME."
    )
  }

  private static var executableFolder: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
