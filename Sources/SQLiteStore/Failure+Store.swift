import CSQLite
import Diagnostics
import Glibc

/// All sentences of this target, so that the wording lives in one place.
extension Failure {
  /// Nothing at the path; names the nearest database of that folder.
  static func missingDatabase(at path: String) -> Failure {
    let folder = folderPart(of: path)
    let endings = [".db", ".sqlite", ".sqlite3", ".db3"]
    let names = namesInFolder(folder).filter { name in endings.contains { name.hasSuffix($0) } }
    let near = nearest(to: filePart(of: path), among: names).map { [$0] } ?? Array(names.prefix(3))
    let prefix = folder == "." ? "" : folder == "/" ? "/" : folder + "/"
    let found = near.map { prefix + $0 }
    return Failure(
      .database,
      code: "db.missing",
      french: "Aucune base de données à l’adresse \(path).",
      english: "There is no database at \(path).",
      frenchHint: (found.isEmpty ? "" : "Vouliez-vous \(found.joined(separator: " ou "))\u{202F}? ")
        + "Donnez son chemin avec --db, ou créez une base d’essai\u{202F}: optiflow demo \(path)",
      englishHint: (found.isEmpty ? "" : "Did you mean \(found.joined(separator: " or "))? ")
        + "Give its path with --db, or create a trial one: optiflow demo \(path)"
    )
  }

  /// A folder; names the databases in it.
  static func folderInsteadOfDatabase(at path: String) -> Failure {
    let names = namesInFolder(path).filter { $0.hasSuffix(".db") }.prefix(3)
    let found = names.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    return Failure(
      .database,
      code: "db.is-a-folder",
      french: "\(path) est un dossier, pas une base de données.",
      english: "\(path) is a folder, not a database.",
      frenchHint: found.isEmpty
        ? "Donnez le chemin du fichier avec --db."
        : "Il contient \(found.joined(separator: ", "))\u{202F}: choisissez-en un avec --db.",
      englishHint: found.isEmpty
        ? "Give the path of the file with --db."
        : "It holds \(found.joined(separator: ", ")): choose one with --db."
    )
  }

  /// A file of zero bytes.
  static func emptyDatabase(at path: String) -> Failure {
    Failure(
      .database,
      code: "db.empty",
      french: "Le fichier \(path) est vide\u{202F}: il ne contient aucune donnée.",
      english: "The file \(path) is empty: it holds no data.",
      frenchHint: "Vérifiez que la copie ou l’export s’est terminé, ou choisissez un autre fichier "
        + "avec --db.",
      englishHint: "Check that the copy or the export came to its end, or choose another file "
        + "with --db."
    )
  }

  /// A file of another kind, or an encrypted database.
  static func notADatabase(at path: String) -> Failure {
    Failure(
      .database,
      code: "db.not-a-database",
      french: "Le fichier \(path) n’est pas une base SQLite (ou elle est chiffrée).",
      english: "The file \(path) is not an SQLite database (or it is encrypted).",
      frenchHint: "Choisissez un autre fichier avec --db.",
      englishHint: "Choose another file with --db."
    )
  }

  /// A database with missing or senseless pages; the detail is SQLite's.
  static func corruptDatabase(at path: String, detail: String) -> Failure {
    Failure(
      .database,
      code: "db.corrupt",
      french: "La base \(path) est abîmée ou tronquée (\(detail)).",
      english: "The database \(path) is damaged or cut short (\(detail)).",
      frenchHint: "Reprenez une sauvegarde, ou essayez\u{202F}: sqlite3 \(path) .recover",
      englishHint: "Restore a backup, or try: sqlite3 \(path) .recover"
    )
  }

  /// Another program held its lock longer than we wait.
  static func lockedDatabase(at path: String) -> Failure {
    Failure(
      .database,
      code: "db.locked",
      french: "La base \(path) est verrouillée par un autre programme.",
      english: "The database \(path) is locked by another program.",
      frenchHint: "Attendez la fin de son écriture, puis recommencez.",
      englishHint: "Wait until it has finished writing, then try again."
    )
  }

  /// Permission to read is missing, on the file or on its folder.
  static func unreadable(_ path: String) -> Failure {
    Failure(
      .database,
      code: "db.permission",
      french: "Vous n’avez pas le droit de lire \(path).",
      english: "You are not allowed to read \(path).",
      frenchHint: "Demandez le droit de lecture sur le fichier et sur son dossier.",
      englishHint: "Ask for read permission on the file and on its folder."
    )
  }

  /// A journal must be rolled back first, which would be writing.
  static func needsRecovery(at path: String) -> Failure {
    Failure(
      .database,
      code: "db.needs-recovery",
      french:
        "Le programme qui écrivait dans \(path) s’est arrêté au milieu d’une écriture\u{202F}; "
        + "la base doit être réparée avant d’être lue, et Optiflow ne la modifie jamais.",
      english: "The program that was writing to \(path) stopped in the middle of a write; "
        + "the database must be recovered before it is read, and Optiflow never changes it.",
      frenchHint: "Ouvrez-la une fois avec ce programme, ou avec\u{202F}: sqlite3 \(path) "
        + "\"SELECT 1 FROM sqlite_master\"",
      englishHint: "Open it once with that program, or with: sqlite3 \(path) "
        + "\"SELECT 1 FROM sqlite_master\""
    )
  }

  /// A lock-free reader found the file changed after each of its attempts.
  static func changingDatabase(at path: String) -> Failure {
    Failure(
      .database,
      code: "db.changing",
      french: "La base \(path) a changé pendant chaque lecture.",
      english: "The database \(path) changed during every reading of it.",
      frenchHint: "Recommencez quand l’écriture est finie.",
      englishHint: "Try again when the writing is over."
    )
  }

  /// Anything but one statement that reads; the detail says what was wrong with it.
  static func refusedStatement(detail: String) -> Failure {
    Failure(
      .database,
      code: "db.refused",
      french: "Requête refusée\u{202F}: seule une lecture, et une seule à la fois, est permise "
        + "(\(detail)).",
      english: "Query refused: only one statement at a time, and only reading, is allowed "
        + "(\(detail)).",
      frenchHint: "Optiflow ne modifie jamais la base.",
      englishHint: "Optiflow never changes the database."
    )
  }

  /// The deadline passed.
  static var tooSlow: Failure {
    Failure(
      .database,
      code: "db.too-slow",
      french: "La requête a dépassé le temps permis et a été arrêtée.",
      english: "The query took longer than allowed and was stopped.",
      frenchHint: "Réduisez la période ou le nombre de groupes.",
      englishHint: "Narrow the period or the number of groups."
    )
  }

  /// The user stopped the query.
  static var cancelled: Failure {
    Failure(
      .interrupted,
      code: "db.interrupted",
      french: "Requête interrompue.",
      english: "Query interrupted."
    )
  }

  /// A new database was to be written where a file stands.
  static func existingFile(at path: String) -> Failure {
    Failure(
      .usage,
      code: "db.exists",
      french: "Le fichier \(path) existe déjà et n’a pas été remplacé.",
      english: "The file \(path) already exists and was not replaced.",
      frenchHint: "Choisissez un autre nom.",
      englishHint: "Choose another name."
    )
  }

  /// The database to be replaced has a journal or a log.
  static func openElsewhere(_ path: String) -> Failure {
    Failure(
      .database,
      code: "db.in-use",
      french: "La base \(path) est utilisée par un autre programme et n’a pas été remplacée.",
      english: "The database \(path) is in use by another program and was not replaced.",
      frenchHint: "Fermez ce programme, ou choisissez un autre nom.",
      englishHint: "Close that program, or choose another name."
    )
  }

  /// The operating system refused to write; the error is its `errno`.
  static func unwritable(_ path: String, error: Int32) -> Failure {
    let reason = String(cString: strerror(error))
    return Failure(
      .environment,
      code: "db.not-writable",
      french: "Impossible d’écrire \(path) (\(reason)).",
      english: "Cannot write \(path) (\(reason)).",
      frenchHint: "Vérifiez que le dossier existe, que vous y avez le droit d’écrire et qu’il "
        + "reste de la place.",
      englishHint: "Check that the folder exists, that you may write there and that there is "
        + "room left."
    )
  }

  /// A copy was to be written over the database it is made of, or over a companion of it.
  static func copyOntoItself(at path: String) -> Failure {
    Failure(
      .usage,
      code: "db.copy-onto-itself",
      french: "\(path) est la base elle-même ou un fichier qui en fait partie.",
      english: "\(path) is the database itself or a file that belongs to it.",
      frenchHint: "Choisissez un autre nom pour la copie.",
      englishHint: "Choose another name for the copy."
    )
  }

  /// A copy that SQLite's check found fault with; the detail is SQLite's.
  static func unsoundCopy(of path: String, detail: String) -> Failure {
    Failure(
      .database,
      code: "db.unsound-copy",
      french: "La copie de \(path) n’est pas saine et n’a pas été gardée (\(detail)).",
      english: "The copy of \(path) is not sound and was not kept (\(detail)).",
      frenchHint: "La base elle-même est sans doute abîmée\u{202F}: reprenez une sauvegarde, ou "
        + "essayez\u{202F}: sqlite3 \(path) .recover",
      englishHint: "The database itself is probably damaged: restore a backup, or try: "
        + "sqlite3 \(path) .recover"
    )
  }

  /// The deadline of a check passed.
  static func checkTooSlow(of path: String) -> Failure {
    Failure(
      .database,
      code: "db.check-too-slow",
      french: "La vérification de \(path) a dépassé le temps permis et a été arrêtée.",
      english: "The check of \(path) took longer than allowed and was stopped.",
      frenchHint: "Vérifiez-la à loisir avec\u{202F}: sqlite3 \(path) \"PRAGMA quick_check\"",
      englishHint: "Check it at leisure with: sqlite3 \(path) \"PRAGMA quick_check\""
    )
  }

  /// No table or view of that name; names the nearest, else the first ones there are.
  static func unknownTable(_ name: String, among names: [String]) -> Failure {
    let hint = nameHint(for: name, among: names)
    return Failure(
      .usage,
      code: "db.unknown-table",
      french: "La base n’a pas de table \(name).",
      english: "The database has no table \(name).",
      frenchHint: hint.french,
      englishHint: hint.english
    )
  }

  /// No column of that name in a table; names the nearest, else the first ones there are.
  static func unknownColumn(_ name: String, of table: String, among names: [String]) -> Failure {
    let hint = nameHint(for: name, among: names)
    return Failure(
      .usage,
      code: "db.unknown-column",
      french: "La table \(table) n’a pas de colonne \(name).",
      english: "The table \(table) has no column \(name).",
      frenchHint: hint.french,
      englishHint: hint.english
    )
  }

  private static func nameHint(
    for name: String,
    among names: [String]
  ) -> (french: String, english: String) {
    if let near = nearest(to: name, among: names) {
      return ("Vouliez-vous \(near)\u{202F}?", "Did you mean \(near)?")
    }
    let first = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    return names.isEmpty ? ("", "") : ("Il y a\u{202F}: \(first).", "There are: \(first).")
  }

  private static func unknown(_ path: String, message: String) -> Failure {
    Failure(
      .environment,
      code: "db.query-failed",
      french: "SQLite n’a pas pu exécuter la requête sur \(path) (\(message)).",
      english: "SQLite could not run the query on \(path) (\(message)).",
      frenchHint: "« optiflow doctor » montre ce que cette base contient.",
      englishHint: "\"optiflow doctor\" shows what this database holds."
    )
  }

  private static func unreadableDisk(_ path: String, message: String) -> Failure {
    Failure(
      .database,
      code: "db.read-error",
      french: "Erreur de lecture ou d’écriture du disque sur \(path) (\(message)).",
      english: "The disk failed while reading or writing \(path) (\(message)).",
      frenchHint: "Vérifiez le disque ou le partage réseau, puis recommencez.",
      englishHint: "Check the disk or the network share, then try again."
    )
  }

  /// The failure for an SQLite result code.
  ///
  /// - Parameters:
  ///   - database: the connection that gave it, for message and system error.
  ///   - code: extended result code.
  ///   - path: the file, for the sentence.
  ///   - isCancelled: whether an interruption was asked for by the user rather than by the deadline.
  /// - Returns: the failure that names the cause and the next step.
  static func sqlite(
    _ database: OpaquePointer,
    code: Int32,
    path: String,
    isCancelled: Bool = false
  ) -> Failure {
    let message = String(cString: sqlite3_errmsg(database))
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .lockedDatabase(at: path)
    case SQLITE_NOTADB: return .notADatabase(at: path)
    case SQLITE_CORRUPT: return .corruptDatabase(at: path, detail: message)
    case SQLITE_AUTH: return .refusedStatement(detail: message)
    case SQLITE_INTERRUPT: return isCancelled ? .cancelled : .tooSlow
    case SQLITE_FULL: return .unwritable(path, error: ENOSPC)
    case SQLITE_IOERR: return .unreadableDisk(path, message: message)
    case SQLITE_READONLY: return .needsRecovery(at: path)
    case SQLITE_PERM: return .unreadable(path)
    case SQLITE_CANTOPEN:
      let error = sqlite3_system_errno(database)
      if error == EACCES || error == EPERM { return .unreadable(path) }
      return error == ENOENT ? .missingDatabase(at: path) : .unreadableDisk(path, message: message)
    default: return .unknown(path, message: message)
    }
  }
}
