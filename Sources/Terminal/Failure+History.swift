import Diagnostics
import Glibc

/// What may go wrong with the history, which hinders nothing else.
extension Failure {
  /// The file is there but cannot be read.
  static func unreadableHistory(_ path: String, error: Int32) -> Failure {
    let reason = String(cString: strerror(error))
    return Failure(
      .environment,
      code: "history.not-readable",
      french: "L’historique \(path) ne peut pas être lu (\(reason))\u{202F}; "
        + "la session continue sans lui.",
      english: "The history \(path) cannot be read (\(reason)); the session goes on without it."
    )
  }

  /// The file cannot be made, written or replaced.
  static func unwritableHistory(_ path: String, error: Int32) -> Failure {
    let reason = String(cString: strerror(error))
    return Failure(
      .environment,
      code: "history.not-writable",
      french: "L’historique \(path) ne peut pas être écrit (\(reason))\u{202F}; "
        + "ces lignes ne seront pas gardées.",
      english: "The history \(path) cannot be written (\(reason)); these lines will not be kept."
    )
  }
}
