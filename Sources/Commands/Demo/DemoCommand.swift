import DemoData
import Diagnostics
import Glibc
import Values

extension Command {
  /// `optiflow demo`: a demonstration database.
  static let demo = Command(
    name: "demo",
    summary: "writes a demonstration database",
    examples: [
      "optiflow demo optiflow.db",
      "optiflow demo --force /tmp/demo.db",
    ],
    usage: "demo [options] PATH",
    notes: ["Three years of a shop, 18 tables, some 60 MB; the same every time."],
    options: [Option("force", nil, "overwrite the file if it exists")],
    operand: .file,
    run: { settings throws(Failure) in try DemoCommand(settings: settings).run() }
  )
}

/// Writes the demonstration database and says what to try on it.
struct DemoCommand {
  let settings: Settings

  /// 0, or why the file cannot be written.
  func run() throws(Failure) -> Int32 {
    guard let path = settings.operands.first, settings.operands.count == 1, !path.isEmpty else {
      throw Self.noPath
    }
    let bar = ProgressBar(settings)
    do throws(Failure) {
      try DemoDatabase.write(to: path, replacing: settings.has("force")) { bar.show($0, $1) }
    } catch {
      bar.clear()
      throw error.code == "db.exists" ? Self.existing(error) : error
    }
    bar.clear()
    guard !settings.isQuiet else { return 0 }
    let tongue = settings.interface
    let question = tongue.pick(
      "quels produits sont en rupture ?",
      "which products are out of stock?"
    )
    settings.console.say(
      tongue.pick(
        "Base de démonstration écrite : \(path)",
        "Demonstration database written: \(path)"
      )
    )
    settings.console.say(
      tongue.pick("Essayez : ", "Try: ") + "optiflow ask --db \(Self.quoted(path)) \"\(question)\""
    )
    return 0
  }

  private static let noPath = Failure(
    .usage,
    code: "usage.no-path",
    french: "Il faut le chemin d'un fichier à écrire, et un seul.",
    english: "The path of one file to write is needed.",
    frenchHint: "Exemple : optiflow demo optiflow.db",
    englishHint: "Example: optiflow demo optiflow.db"
  )

  private static func existing(_ failure: Failure) -> Failure {
    var failure = failure
    failure.frenchHint = "Choisissez un autre nom, ou remplacez-le avec --force."
    failure.englishHint = "Choose another name, or replace it with --force."
    return failure
  }

  /// A path as a shell takes it.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-".utf8.contains(byte) || byte >= 0x80
    }
    let escaped = path.split(separator: "'", omittingEmptySubsequences: false).joined(
      separator: "'\\''"
    )
    return isPlain ? path : "'" + escaped + "'"
  }
}
