import Diagnostics
import SQLiteStore

/// Where what the nightly run computed about a database is kept.
enum SideFile {
  /// The path of the side file, which need not exist.
  ///
  /// - Parameters:
  ///   - settings: `--cache`, else the environment's cache folder.
  ///   - database: the user's.
  ///   - isMaking: whether its folder is made.
  /// - Returns: an absolute or relative path.
  /// - Throws: "batch.no-folder" when there is none, or none can be made.
  static func path(
    _ settings: Settings,
    of database: Database,
    making isMaking: Bool = false
  ) throws(Failure) -> String {
    let folder = SideFolder(override: settings.cache, environment: settings.environment.variables)
    return try path(in: folder, of: database.connection, making: isMaking)
  }

  /// The same in a folder that was chosen.
  static func path(
    in folder: SideFolder,
    of connection: Connection,
    making isMaking: Bool
  ) throws(Failure) -> String {
    let fingerprint = try connection.fingerprint()
    guard let path = folder.sideFilePath(of: fingerprint), !isMaking || folder.make() else {
      throw .noSideFolder
    }
    return path
  }
}

extension Failure {
  /// There is no folder to keep in what is computed.
  static var noSideFolder: Failure {
    Failure(
      .environment,
      code: "batch.no-folder",
      french: "Il n'y a pas de dossier où garder ce qui est calculé.",
      english: "There is no folder to keep what is computed in.",
      frenchHint: "Donnez un dossier ou un fichier .db à --cache.",
      englishHint: "Give a folder or a .db file to --cache."
    )
  }
}
