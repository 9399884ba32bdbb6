import Corpus
import Diagnostics
import Glibc

/// Options kept in files: ./optiflow.yaml, over the user's configuration folder.
struct Configuration {
  let environment: Environment

  /// Option → value of both files, switches as "" when on.
  func values(for options: [Option]) throws(Failure) -> [String: String] {
    var values: [String: String] = [:]
    for file in files {
      guard let bytes = Self.contents(of: file) else { continue }
      do throws(YAMLError) {
        for entry in try YAMLParser.parse(bytes, file: file).entries ?? [] {
          guard let text = entry.value.text else { continue }
          values[entry.key] = text
        }
      } catch {
        throw unreadable(file, error)
      }
    }
    for option in options where option.value == nil {
      guard let text = values[option.name] else { continue }
      values[option.name] = Self.isOn(text) ? "" : nil
    }
    return values
  }

  /// YAML's ways to say no; a switch that is named says yes.
  private static func isOn(_ text: String) -> Bool {
    !["false", "no", "off", "0"].contains(text.lowercased())
  }

  /// Later files win.
  private var files: [String] {
    var files: [String] = []
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      files.append(folder + "/optiflow/optiflow.yaml")
    } else if let home = environment["HOME"] {
      files.append(home + "/.config/optiflow/optiflow.yaml")
    }
    return files + [environment.folder + "/optiflow.yaml"]
  }

  private func unreadable(_ file: String, _ error: YAMLError) -> Failure {
    let line = error.position.line
    return Failure(
      .usage,
      code: "config.unreadable",
      french: "Le fichier de configuration \(file) est illisible, ligne \(line) : \(error.message)",
      english: "The configuration file \(file) cannot be read, line \(line): \(error.message)",
      frenchHint: "Corrigez-le, ou renommez-le pour l'ignorer.",
      englishHint: "Mend it, or rename it to have it ignored."
    )
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
