package import Diagnostics

/// What was typed before, without repetitions, kept from one run to the next.
package final class History {
  /// Most entries that are kept.
  package static let limit = 2_000
  /// Most bytes of an entry; pasted floods are not kept.
  private static let longestEntry = 1 << 16

  /// The entries, newest last.
  package private(set) var entries: [String] = []

  private let file: HistoryFile?
  private var isChanged = false
  private var hasWarned = false
  private var warning: Failure?

  /// Loads what is kept in a file.
  ///
  /// - Parameter path: the file, which need not exist yet; nil keeps nothing beyond this run.
  package init(path: String?) {
    file = path.map { HistoryFile(path: $0) }
    attempt { file throws(Failure) in entries = Self.tidied(try file.entries()) }
  }

  /// Keeps an entry; one that was there moves to the end.
  ///
  /// One that begins with a blank is not kept, as in shells.
  package func add(_ entry: String) {
    guard let first = entry.first, !first.isWhitespace, entry.utf8.count <= Self.longestEntry
    else { return }
    entries = Self.tidied(entries + [entry])
    isChanged = true
    attempt { file throws(Failure) in try file.append(entry) }
  }

  /// Rewrites the file, tidied, at the end of a run; what other runs added meanwhile stays.
  package func close() {
    guard isChanged, !hasWarned else { return }
    isChanged = false
    attempt { file throws(Failure) in try file.replace(with: Self.tidied(try file.entries())) }
  }

  /// What hinders keeping, once: only the first trouble of a run is worth a word.
  package func takeWarning() -> Failure? {
    defer { warning = nil }
    return warning
  }

  private func attempt(_ body: (HistoryFile) throws(Failure) -> Void) {
    guard let file else { return }
    do {
      try body(file)
    } catch {
      if !hasWarned { warning = error }
      hasWarned = true
    }
  }

  /// The newest of equal entries, and of those the newest 2,000.
  private static func tidied(_ entries: [String]) -> [String] {
    var seen: Set<String> = []
    let newest = entries.reversed().filter { seen.insert($0).inserted }
    return newest.prefix(limit).reversed()
  }
}
