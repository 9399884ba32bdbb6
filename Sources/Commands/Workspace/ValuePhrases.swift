import Corpus
import Interpretation
import Language
import Planning
import SQLiteStore
import SemanticModel
import ValueIndex
import Values

/// Binds the corpus's words for values (« par carte », "cancelled") to what one database really stores.
///
/// The corpus guesses a canonical value; a database may store another of its words ("Carte" for "card"), or
/// none of them, and then the words are not offered: « expédiée » must not filter on a status nobody has.
struct ValuePhrases {
  let model: SemanticModel
  let facts: DatabaseFacts
  let names: DatabaseNames

  private static let kind = "phrases"
  /// Version of the stored form, and of the rules by which words are bound.
  private static let version = 1

  /// The bound phrases kept for this state of the database and this corpus, else new ones.
  func load(_ corpus: Corpus, folder: SideFolder, fingerprint: DatabaseFingerprint) -> Lexicon {
    if let bytes = folder.read(Self.kind, version: Self.version, of: fingerprint),
      let lexicon = Lexicon(bytes: bytes, key: corpus.hash)
    {
      return lexicon
    }
    let lexicon = Lexicon(bound(corpus.entries))
    folder.write(
      lexicon.bytes(key: corpus.hash),
      as: Self.kind,
      version: Self.version,
      of: fingerprint
    )
    return lexicon
  }

  /// The phrases of values that the database has, or whose column it lacks altogether (so that the lack is said).
  func bound(_ entries: [LexicalEntry]) -> [LexicalEntry] {
    var phrases: [String: [LexicalEntry]] = [:]
    for entry in entries {
      guard case .value(let dimension, let value) = entry.meaning else { continue }
      phrases[dimension + "\u{0}" + value, default: []].append(entry)
    }
    var result: [LexicalEntry] = []
    for key in phrases.keys.sorted() {
      guard let group = phrases[key], case .value(let dimension, let value)? = group.first?.meaning
      else { continue }
      let isAbsent = model.dimensions[dimension].map(isMissing) ?? false
      for stored in storedValues(dimension, value, group.map(\.phrase)) {
        result += group.map { entry in
          LexicalEntry(
            phrase: entry.phrase,
            tongue: entry.tongue,
            meaning: .value(dimension: dimension, value: stored),
            // A word of what the data lack gives way to what they have: "the most cash" is money.
            role: isAbsent ? .weak : entry.role
          )
        }
      }
    }
    return result
  }

  private func storedValues(_ name: String, _ value: String, _ words: [String]) -> [String] {
    guard let dimension = model.dimensions[name] else { return [] }
    if dimension.computation != nil || isMissing(dimension) { return [value] }
    guard let number = names.dimensions.firstIndex(of: name) else {
      return dimension.policy == .none ? [value] : []
    }
    for text in [value] + words {
      let tokens = Lexer.tokens(of: text).map(\.folded)
      let exact = names.index.lookup(tokens, dimension: number).filter {
        $0.distance == 0 && $0.coverage >= 0.999
      }
      let stored = exact.compactMap(\.key.text)
      if !stored.isEmpty { return stored }
    }
    return []
  }

  /// Whether the dimension's table is there but not its column: then asking for it must say so.
  private func isMissing(_ dimension: Dimension) -> Bool {
    guard let table = model.datasets[dimension.dataset]?.table, facts.has(table) else {
      return false
    }
    guard case .name(let path) = dimension.key, path.count == 1 else { return false }
    return !facts.has(table, path[0])
  }
}
