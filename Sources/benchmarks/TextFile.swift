import Diagnostics
import Glibc

/// Whole text files.
enum TextFile {
  /// The lines of a file, without the empty ones.
  static func lines(_ path: String) throws(Failure) -> [String] {
    guard let file = fopen(path, "r") else { throw fault(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes lines to a new file.
  static func write(_ lines: [String], to path: String) throws(Failure) {
    guard let file = fopen(path, "w") else { throw fault(path) }
    defer { fclose(file) }
    for line in lines { fputs(line + "\n", file) }
  }

  private static func fault(_ path: String) -> Failure {
    Failure(
      .usage,
      code: "benchmarks.file",
      french: "Impossible d'ouvrir \(path).",
      english: "\(path) cannot be opened.",
      frenchHint: "Vérifiez son nom et vos droits.",
      englishHint: "Check its name and your permissions."
    )
  }
}
