package import SemanticModel
import Values

/// One way to understand a question.
package struct Reading: Sendable {
  /// What it comes to.
  package enum Outcome: Sendable, Hashable {
    case query(Query)
    /// Beyond SQL: a forecast, a clustering.
    case analysis(String)
    /// Asks what a figure or thing means.
    case definition(Object)
  }

  /// A corpus object by kind.
  package enum Object: Hashable, Sendable {
    case metric(String)
    case dimension(String)
    case segment(String)
    case analysis(String)
  }

  /// Something taken for granted on the way.
  package enum Note: Hashable, Sendable {
    case recently(days: Int)
    case group(word: String, dimension: String)
    case corrected(word: String, name: String)
    case comparedWithYearBefore
  }

  /// A name that fits several values of a dimension.
  package struct NameChoice: Hashable, Sendable {
    package let words: String
    package let tokens: Range<Int>
    package let dimension: String
    package let names: [NamedValue]
    package let total: Int
  }

  package var outcome: Outcome
  /// Segmentation plus composition, per token of the question: 1 is a perfect reading.
  package var score: Double
  /// The same, not divided by the length: what tells rival readings apart.
  package var weight: Double = 0
  package var notes: [Note] = []
  package var ambiguousNames: [NameChoice] = []
  /// Names that several things bear, letter by letter.
  package var sharedNames: [NameChoice] = []
  /// Whether a word says surely what is asked about: not so of « et le montant ? ».
  package var namesSubject = true
  /// Words nothing explains, as written.
  package var unexplained: [String] = []
  /// Where the words went, for `explain`: "revenue" ← "CA".
  package var spans: [(text: String, meaning: String)] = []
  /// The words whose meaning sets this reading apart from its rivals.
  package var keyword: String?

  package init(outcome: Outcome, score: Double) {
    self.outcome = outcome
    self.score = score
  }
}

/// What the words of a question come to, before any database is asked.
package enum Understanding: Sendable {
  case empty
  case talk(Marker)
  case write
  case coverage
  case tables
  case currency
  /// A follow-up without a question before it.
  case followUp
  /// Readings, best first; never empty.
  case readings([Reading])
  /// Nothing in the words names a figure or a thing.
  case nothing(unexplained: [String])
}
