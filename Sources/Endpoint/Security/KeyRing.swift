import Diagnostics
import Files
import Synchronization

/// The keys in force, read again whenever their file changes.
final class KeyRing: Sendable {
  private struct State {
    var mark: FileMark?
    var keys: [StoredKey] = []
  }

  private let file: KeyFile
  private let state = Mutex(State())

  init(_ file: KeyFile) {
    self.file = file
  }

  /// Whose key a header brings; nil for none that holds.
  ///
  /// Every stored hash is compared, each in full, so that the time taken tells nothing.
  func owner(_ authorization: String?) -> String? {
    guard let key = Self.bearer(authorization) else { return nil }
    let hash = SHA256.hex(key)
    var owner: String?
    for stored in keys where SHA256.isEqual(hash, stored.hash) { owner = stored.name }
    return owner
  }

  private static func bearer(_ authorization: String?) -> String? {
    guard let authorization else { return nil }
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1].drop { $0 == " " })
  }

  /// The keys of the file as it is now; none while it cannot be read: then nobody gets in.
  private var keys: [StoredKey] {
    let mark = FileMark(path: file.path)
    return state.withLock { state in
      if state.mark == mark, mark != nil { return state.keys }
      state.keys = (try? file.keys()) ?? []
      state.mark = mark
      return state.keys
    }
  }
}
