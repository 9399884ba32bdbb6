import Diagnostics
import SemanticModel
import Values

/// Follows every name of a corpus that was read, once all files are known.
struct CorpusChecker {
  let objects: [SourceObject]
  let entries: [LexicalEntry]
  let origins: [EntryOrigin]
  let model: SemanticModel
  let markers: Set<String>
  var problems: [CorpusProblem]
  /// The names of each kind, built or not: what could not be built is not reported again as unknown.
  private let names: [ObjectKind: [String: SourceObject]]

  /// All problems of the files read, in order of place.
  static func problems(of builder: CorpusBuilder, markers: Set<String>) -> [CorpusProblem] {
    var checker = CorpusChecker(builder, markers: markers)
    checker.checkDuplicateNames()
    checker.checkReferences()
    checker.checkCycles()
    checker.checkJoins()
    checker.checkPhrases()
    checker.checkMarkers()
    return checker.problems.sorted { ($0.place, $0.code) < ($1.place, $1.code) }
  }

  private init(_ builder: CorpusBuilder, markers: Set<String>) {
    objects = builder.objects
    entries = builder.entries
    origins = builder.origins
    model = builder.model
    problems = builder.problems
    self.markers = markers
    names = Dictionary(grouping: builder.objects, by: \.kind).mapValues { objects in
      Dictionary(objects.map { ($0.name, $0) }) { first, _ in first }
    }
  }

  /// Whether an object of this kind and name was read.
  func exists(_ kind: ObjectKind, _ name: String) -> Bool { names[kind]?[name] != nil }

  /// All names of a kind.
  func all(_ kind: ObjectKind) -> [String] { names[kind].map { Array($0.keys) } ?? [] }

  /// Notes a problem in an object's file.
  mutating func report(
    _ issue: CorpusIssue,
    in object: SourceObject,
    at position: YAMLPosition,
    near candidates: [String] = [],
    to word: String = "",
    other: SourcePlace? = nil
  ) {
    problems.append(
      CorpusProblem(
        code: issue.code,
        place: SourcePlace(file: object.file, position: position),
        message: issue.message,
        suggestion: nearest(to: word, among: candidates),
        other: other
      )
    )
  }

  /// Reports a name under a key (a text or a list of texts) that no object of the kind has.
  mutating func checkNames(_ kind: ObjectKind, under key: String, of object: SourceObject) {
    guard let node = object.fields[key] else { return }
    for item in node.items ?? [node] { checkName(item, kind, in: object) }
  }

  private mutating func checkDuplicateNames() {
    for object in objects {
      guard let first = names[object.kind]?[object.name], first.file != object.file else {
        continue
      }
      report(
        .duplicateName(object.name),
        in: object,
        at: object.fields["name"]?.position ?? object.fields.position,
        other: SourcePlace(
          file: first.file,
          position: first.fields["name"]?.position ?? first.fields.position
        )
      )
    }
  }

  private mutating func checkMarkers() {
    for object in objects where object.kind == .vocabulary {
      for entry in object.fields["markers"]?.entries ?? [] where !markers.contains(entry.key) {
        report(
          .unknownMarker(entry.key),
          in: object,
          at: entry.position,
          near: Array(markers),
          to: entry.key
        )
      }
    }
  }
}
