import Corpus
import Diagnostics
import Glibc

/// Options kept in files: ./optiflow.yaml, over the user's configuration folder.
enum Configuration {
  /// Option → value of both files.
  static func values() throws(Failure) -> [String: String] {
    var values: [String: String] = [:]
    for file in files {
      guard let bytes = contents(of: file) else { continue }
      do throws(YAMLError) {
        for entry in try YAMLParser.parse(bytes, file: file).entries ?? [] {
          if let text = entry.value.text { values[entry.key] = text }
        }
      } catch {
        throw Failure(
          .usage, code: "config.unreadable",
          french: "Le fichier de configuration \(file) est illisible : \(error.message) (ligne \(error.position.line)).",
          english: "The configuration file \(file) cannot be read: \(error.message) (line \(error.position.line)).",
          frenchHint: "Corrigez-le, ou renommez-le pour l'ignorer.",
          englishHint: "Mend it, or rename it to have it ignored.")
      }
    }
    return values
  }

  /// Later files win.
  private static var files: [String] {
    let variables = Environment.variables
    var files: [String] = []
    if let folder = variables["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      files.append(folder + "/optiflow/optiflow.yaml")
    } else if let home = variables["HOME"], !home.isEmpty {
      files.append(home + "/.config/optiflow/optiflow.yaml")
    }
    return files + ["optiflow.yaml"]
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
