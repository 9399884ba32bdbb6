package import Diagnostics
import Glibc

/// All sentences of this target, so that the wording lives in one place.
extension Failure {
  /// No ending, or one of no format.
  static func unknownEnding(of path: String) -> Failure {
    Failure(
      .usage,
      code: "export.unknown-ending",
      french: "La fin du nom « \(path) » ne dit pas sous quelle forme écrire la réponse.",
      english: "The ending of \"\(path)\" does not say in which form to write the answer.",
      frenchHint: "Terminez-le par .csv, .json, .md ou .xlsx.",
      englishHint: "End it with .csv, .json, .md or .xlsx."
    )
  }

  /// A greeting, definition, refusal or question back was to be written.
  package static var noTable: Failure {
    Failure(
      .noData,
      code: "export.no-table",
      french: "Cette réponse n'a pas de tableau\u{202F}: aucun fichier n'a été écrit.",
      english: "This answer has no table: no file was written.",
      frenchHint: "Demandez un chiffre ou une liste, par exemple « CA par région en 2025 ».",
      englishHint: "Ask for a figure or a list, such as \"revenue by region in 2025\"."
    )
  }

  /// More rows than a worksheet has.
  static func tooManyRows(_ count: Int) -> Failure {
    Failure(
      .usage,
      code: "export.too-many-rows",
      french: "La réponse a \(count) lignes, plus que n'en contient une feuille de calcul.",
      english: "The answer has \(count) rows, more than a worksheet holds.",
      frenchHint: "Écrivez-la en .csv.",
      englishHint: "Write it as .csv."
    )
  }

  /// A file of that name must stay.
  static func existingExport(at path: String) -> Failure {
    Failure(
      .usage,
      code: "export.exists",
      french: "Le fichier \(path) existe déjà et n'a pas été remplacé.",
      english: "The file \(path) already exists and was not replaced.",
      frenchHint: "Choisissez un autre nom, ou remplacez-le avec --force.",
      englishHint: "Choose another name, or replace it with --force."
    )
  }

  /// The path is a folder's.
  static func folderInsteadOfFile(_ path: String) -> Failure {
    let name = (path.hasSuffix("/") ? path : path + "/")
    return Failure(
      .usage,
      code: "export.is-a-folder",
      french: "\(path) est un dossier, pas un fichier.",
      english: "\(path) is a folder, not a file.",
      frenchHint: "Nommez un fichier de ce dossier\u{202F}: \(name)reponse.xlsx",
      englishHint: "Name a file in it: \(name)answer.xlsx"
    )
  }

  /// The path is that of a device, pipe or socket.
  static func deviceInsteadOfFile(_ path: String) -> Failure {
    Failure(
      .usage,
      code: "export.not-a-file",
      french: "\(path) n'est pas un fichier ordinaire et n'a pas été remplacé.",
      english: "\(path) is not a plain file and was not replaced.",
      frenchHint: "Choisissez un autre nom.",
      englishHint: "Choose another name."
    )
  }

  /// The path leads to the database that was asked.
  static func databaseInsteadOfFile(_ path: String) -> Failure {
    Failure(
      .usage,
      code: "export.is-the-database",
      french: "\(path) est la base de données interrogée\u{202F}: elle n'est jamais remplacée.",
      english: "\(path) is the database that is asked: it is never replaced.",
      frenchHint: "Choisissez un autre nom.",
      englishHint: "Choose another name."
    )
  }

  /// The folder to write in is not there.
  static func missingFolder(_ folder: String) -> Failure {
    Failure(
      .environment,
      code: "export.no-folder",
      french: "Le dossier \(folder) n'existe pas.",
      english: "The folder \(folder) does not exist.",
      frenchHint: "Créez-le (mkdir -p \(folder)), ou choisissez-en un autre.",
      englishHint: "Make it (mkdir -p \(folder)), or choose another one."
    )
  }

  /// The operating system refused to write; the error is its `errno`.
  static func unwritableExport(_ path: String, error: Int32) -> Failure {
    unwritableExport(path, reason: String(cString: strerror(error)))
  }

  /// The same, with a reason in words.
  static func unwritableExport(_ path: String, reason: String) -> Failure {
    Failure(
      .environment,
      code: "export.not-writable",
      french: "Impossible d'écrire \(path) (\(reason)).",
      english: "Cannot write \(path) (\(reason)).",
      frenchHint: "Vérifiez que vous avez le droit d'écrire dans ce dossier et qu'il reste de la "
        + "place, ou choisissez-en un autre.",
      englishHint: "Check that you may write to that folder and that there is room left, or "
        + "choose another one."
    )
  }
}
