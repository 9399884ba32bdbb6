import Assistant
import Diagnostics
import Values

/// Questions kept under a name, with the follow-ups that made them what they are.
///
/// They are taken again as of the day they are run: « le mois dernier » is then the month before that day.
struct SavedQuestions: Sendable {
  /// One of them.
  struct Entry: Sendable {
    let name: String
    let topic: [Said]

    /// The question and its changes in one line.
    var text: String { topic.map(\.text).joined(separator: " → ") }
  }

  private let folder: StateFolder
  private static let file = "saved.json"
  /// Most of them.
  private static let limit = 200

  init(_ environment: Environment) {
    folder = StateFolder(environment)
  }

  /// All, by name.
  var entries: [Entry] {
    (folder.json(Self.file)?.items ?? []).compactMap { item in
      guard let name = item["name"]?.text else { return nil }
      return Entry(name: name, topic: (item["topic"]?.items ?? []).compactMap { Said($0) })
    }
  }

  /// The one of a name, case and accents ignored.
  func entry(_ name: String) -> Entry? { entries.first { Fold.fold($0.name) == Fold.fold(name) } }

  /// Keeps one, in place of one of the same name.
  func save(_ topic: [Said], as name: String) throws(Failure) {
    let others = entries.filter { Fold.fold($0.name) != Fold.fold(name) }
    try write((others + [Entry(name: name, topic: topic)]).suffix(Self.limit))
  }

  /// Forgets one; false when there is none of that name.
  func remove(_ name: String) throws(Failure) -> Bool {
    let rest = entries.filter { Fold.fold($0.name) != Fold.fold(name) }
    guard rest.count < entries.count else { return false }
    try write(rest[...])
    return true
  }

  private func write(_ entries: ArraySlice<Entry>) throws(Failure) {
    let sorted = entries.sorted { $0.name < $1.name }
    let items = sorted.map { entry in
      JSON.object([
        ("name", .string(entry.name)), ("topic", .array(entry.topic.map(\.json))),
      ])
    }
    try folder.keep(.array(items), in: Self.file)
  }
}
