package import Values

/// How well a mention fits a name; better qualities compare as smaller.
package enum Quality: Int, Comparable, Sendable, CaseIterable {
  /// The whole name, fold-equal.
  case exact
  /// The whole name, with another number: "chaise" for "Chaises".
  case plural
  /// Every word of the mention is in the name: a partial name, or another word order.
  case allTokens
  /// A word of the mention begins a word of the name: "techno" for "Technology".
  case prefix
  /// The whole name with a slip of the finger, or with words joined or split.
  case typo
  /// A partial name with a slip of the finger.
  case partialTypo

  /// Whether the left quality is the better one.
  package static func < (left: Quality, right: Quality) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A name a mention may stand for.
package struct Candidate: Hashable, Sendable {
  /// Primary key, or the text itself.
  package var key: Value
  /// The name as it stands in the database.
  package var name: String
  /// 0…1: share of the mention explained times a growing function of `coverage`; 1 only when exact.
  package var score: Float
  /// Edits between the mention and the words it matched (0 when none was corrected).
  package var distance: Int
  /// Share of the name's idf weight that the mention names, 0…1.
  package var coverage: Float

  /// A candidate with all it is known by.
  package init(key: Value, name: String, score: Float, distance: Int, coverage: Float) {
    self.key = key
    self.name = name
    self.score = score
    self.distance = distance
    self.coverage = coverage
  }
}

/// A run of question words that names something of one dimension.
package struct ValueMatch: Hashable, Sendable {
  /// Question tokens the mention covers; symbols and small words may sit inside.
  package var tokens: Range<Int>
  /// The dimension of every candidate.
  package var dimension: Int
  /// Best first, at most `ValueIndex.candidateLimit`.
  package var candidates: [Candidate]
  /// How many names of the dimension fit as well as the best one.
  package var total: Int
  /// Quality of the best candidate.
  package var quality: Quality
  /// Score of the best candidate.
  package var score: Float

  /// A match with its candidates, best first.
  package init(
    tokens: Range<Int>,
    dimension: Int,
    candidates: [Candidate],
    total: Int,
    quality: Quality,
    score: Float
  ) {
    self.tokens = tokens
    self.dimension = dimension
    self.candidates = candidates
    self.total = total
    self.quality = quality
    self.score = score
  }
}
