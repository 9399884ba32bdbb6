import SemanticModel
import Values

/// One meaning of a phrase.
struct Sense: Hashable, Sendable {
  enum Meaning: Hashable, Sendable {
    case metric(String)
    case dimension(String)
    case segment(String)
    case analysis(String)
    case value(dimension: String, value: String)
    case marker(Marker)
    /// Short for a word.
    case shorthand(String)
  }

  let meaning: Meaning
  let role: LexicalEntry.Role
  /// The languages in which the phrase has this meaning.
  var tongues: Set<Tongue> = []

  /// What it says to do, for a word of the question itself.
  var marker: Marker? { if case .marker(let marker) = meaning { marker } else { nil } }

  /// Whether it is a word of the question itself: those are short and common, and never guessed from a slip.
  var isMarker: Bool { marker != nil }

  /// The word it is short for.
  var word: String? { if case .shorthand(let word) = meaning { word } else { nil } }

  /// Whether it is a bare word of rank, which is a name as well: « le fournisseur Premier ».
  var ranks: Bool { marker.map { [.top, .bottom, .best, .worst].contains($0) } ?? false }

  /// Whether it is a word of sentences that teach or give orders, which questions do not have.
  var isOutsideQuestions: Bool { marker?.isOutsideQuestions ?? false }

  /// Whether it greets, thanks or takes leave.
  var isTalk: Bool { marker?.isTalk ?? false }

  /// The meaning of a corpus entry; nil for a marker this program does not know.
  init?(_ entry: LexicalEntry) {
    let meaning: Meaning? =
      switch entry.meaning {
      case .metric(let name): .metric(name)
      case .dimension(let name): .dimension(name)
      case .segment(let name): .segment(name)
      case .analysis(let name): .analysis(name)
      case .value(let dimension, let value): .value(dimension: dimension, value: value)
      case .marker(let name): Marker(rawValue: name).map { .marker($0) }
      case .shorthand(let word): .shorthand(word)
      }
    guard let meaning else { return nil }
    self.init(meaning: meaning, role: entry.role, tongues: [entry.tongue])
  }

  init(meaning: Meaning, role: LexicalEntry.Role, tongues: Set<Tongue>) {
    self.meaning = meaning
    self.role = role
    self.tongues = tongues
  }

  /// Kind, name and second name, for the stored form.
  var parts: (kind: UInt8, name: String, other: String) {
    switch meaning {
    case .metric(let name): (0, name, "")
    case .dimension(let name): (1, name, "")
    case .segment(let name): (2, name, "")
    case .analysis(let name): (3, name, "")
    case .value(let dimension, let value): (4, dimension, value)
    case .marker(let marker): (5, marker.rawValue, "")
    case .shorthand(let word): (6, word, "")
    }
  }

  /// The sense with these parts; nil for a kind or marker that does not exist.
  init?(kind: UInt8, name: String, other: String, role: UInt8, tongues bits: UInt8) {
    let meaning: Meaning? =
      switch kind {
      case 0: .metric(name)
      case 1: .dimension(name)
      case 2: .segment(name)
      case 3: .analysis(name)
      case 4: .value(dimension: name, value: other)
      case 5: Marker(rawValue: name).map { .marker($0) }
      case 6: .shorthand(name)
      default: nil
      }
    guard let meaning, let role = LexicalEntry.Role(rawValue: role) else { return nil }
    var tongues: Set<Tongue> = []
    if bits & 1 != 0 { tongues.insert(.french) }
    if bits & 2 != 0 { tongues.insert(.english) }
    self.init(meaning: meaning, role: role, tongues: tongues)
  }
}
