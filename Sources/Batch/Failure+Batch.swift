import Diagnostics
import Glibc

/// All sentences of this target, so that the wording lives in one place.
extension Failure {
  /// The side file is the user's own database.
  static func ownDatabase(at path: String) -> Failure {
    Failure(
      .usage,
      code: "batch.own-database",
      french: "\(path) est la base elle-même\u{202F}; ce qui est calculé n’y est jamais écrit.",
      english: "\(path) is the database itself; what is computed is never written to it.",
      frenchHint: "Donnez un autre fichier à --cache.",
      englishHint: "Give another file to --cache."
    )
  }

  /// A database that is no side file of ours.
  static func foreignFile(at path: String) -> Failure {
    Failure(
      .usage,
      code: "batch.foreign-file",
      french: "\(path) contient d’autres données et n’est pas modifié.",
      english: "\(path) holds other data and is left as it is.",
      frenchHint: "Donnez un autre fichier à --cache.",
      englishHint: "Give another file to --cache."
    )
  }

  /// A side file of a later program.
  static func newerFile(at path: String, version: Int) -> Failure {
    Failure(
      .environment,
      code: "batch.newer-file",
      french:
        "\(path) vient d’une version plus récente d’Optiflow (version \(version) du fichier).",
      english: "\(path) comes from a later version of Optiflow (version \(version) of the file).",
      frenchHint: "Mettez Optiflow à jour, ou donnez un autre fichier à --cache.",
      englishHint: "Update Optiflow, or give another file to --cache."
    )
  }

  /// A damaged side file could not be renamed.
  static func notPutAside(_ path: String, error: Int32) -> Failure {
    let reason = String(cString: strerror(error))
    return Failure(
      .environment,
      code: "batch.not-set-aside",
      french: "\(path) est abîmé et n’a pas pu être mis de côté (\(reason)).",
      english: "\(path) is damaged and could not be put aside (\(reason)).",
      frenchHint:
        "Déplacez-le ou supprimez-le\u{202F}: ce qu’il contient est recalculé, ou relu dans \(path).lessons.jsonl.",
      englishHint:
        "Move it or delete it: what it holds is computed again, or read back from \(path).lessons.jsonl."
    )
  }

  /// The lock file could not be made.
  static func unwritableFile(_ path: String, error: Int32) -> Failure {
    let reason = String(cString: strerror(error))
    return Failure(
      .environment,
      code: "batch.not-writable",
      french: "Impossible d’écrire \(path) (\(reason)).",
      english: "Cannot write \(path) (\(reason)).",
      frenchHint: "Vérifiez le dossier, ou donnez-en un autre par --cache.",
      englishHint: "Check the folder, or give another one with --cache."
    )
  }

  /// Another process writes the side file.
  static func busyFile(at path: String) -> Failure {
    Failure(
      .environment,
      code: "batch.busy",
      french: "Un autre calcul écrit déjà \(path).",
      english: "Another run is already writing \(path).",
      frenchHint: "Attendez qu’il finisse, ou laissez plus de temps avec --wait.",
      englishHint: "Wait until it is over, or give it more time with --wait."
    )
  }

  /// The user stopped the run.
  static var batchInterrupted: Failure {
    Failure(
      .interrupted,
      code: "batch.interrupted",
      french: "Calcul interrompu\u{202F}; les étapes finies sont gardées.",
      english: "The run was interrupted; the steps that were over are kept."
    )
  }
}
