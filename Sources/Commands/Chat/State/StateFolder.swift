import Diagnostics
import Files
import SQLiteStore
import Values

/// Where the program keeps what the user did: $XDG_STATE_HOME/optiflow, else below the home folder.
///
/// Every user has one, and its files are theirs alone.
struct StateFolder: Sendable {
  /// Nil without either variable: nothing is kept.
  let path: String?

  init(_ environment: Environment) {
    let state = environment["XDG_STATE_HOME"] ?? environment["HOME"].map { $0 + "/.local/state" }
    path = state.map { $0 + "/optiflow" }
  }

  /// What was typed in the chat.
  var history: String? { path.map { $0 + "/history" } }

  /// A file of this folder.
  func file(_ name: String) -> PrivateFile? { path.map { PrivateFile(path: $0 + "/" + name) } }

  /// A value kept in a file of this folder; nil when there is none, or nothing that can be read.
  func json(_ name: String) -> JSON? {
    guard let (bytes, isCut) = try? file(name)?.read(atMost: Self.longest), !isCut, !bytes.isEmpty
    else { return nil }
    return try? JSONReader.read(String(decoding: bytes, as: UTF8.self))
  }

  /// Keeps a value in a file of this folder.
  func keep(_ json: JSON, in name: String) throws(Failure) {
    guard let file = file(name) else { throw Self.nowhere }
    do throws(FileFault) {
      try file.replace(with: json.rendered + "\n")
    } catch {
      throw Self.unwritable(file.path, error)
    }
  }

  /// Adds a value as a line to a file of this folder.
  func append(_ json: JSON, to name: String) throws(Failure) {
    guard let file = file(name) else { throw Self.nowhere }
    do throws(FileFault) {
      try file.append(json.rendered + "\n")
    } catch {
      throw Self.unwritable(file.path, error)
    }
  }

  /// Most bytes that are read.
  private static let longest = 1 << 22

  private static let nowhere = Failure(
    .environment,
    code: "state.nowhere",
    french: "Il n'y a pas de dossier où le garder\u{202F}: ni XDG_STATE_HOME ni HOME n'est défini.",
    english: "There is no folder to keep it in: neither XDG_STATE_HOME nor HOME is set.",
    frenchHint: "Définissez XDG_STATE_HOME, par exemple /var/lib/optiflow.",
    englishHint: "Set XDG_STATE_HOME, for example to /var/lib/optiflow."
  )

  private static func unwritable(_ path: String, _ fault: FileFault) -> Failure {
    Failure(
      .environment,
      code: "state.not-writable",
      french: "Impossible d'écrire \(path) (\(fault.reason)).",
      english: "Cannot write \(path) (\(fault.reason)).",
      frenchHint: "Vérifiez le droit d'écrire dans ce dossier, ou changez XDG_STATE_HOME.",
      englishHint: "Check that you may write to that folder, or change XDG_STATE_HOME."
    )
  }
}
