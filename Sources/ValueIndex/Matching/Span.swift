/// A word of names in one dimension: what a word of the question may stand for there.
struct Branch {
  /// The word.
  var near: NearWord
  /// The entries of the dimension that have it; never none.
  var postings: Postings
}

/// How one or two words of the question were read.
struct Step {
  /// Ways to read a word.
  enum Kind {
    /// As written, or in the other number.
    case clean
    /// Run together with the next word.
    case joined
    /// Cut in two: both branches are needed.
    case split
    /// Corrected or completed.
    case fuzzy
  }

  /// The way it was read.
  var kind: Kind
  /// First word of the question.
  var word: Int
  /// Alternatives, any of which will do, but for `split`.
  var branches: [Branch]

  /// Number of question words read.
  var width: Int { kind == .joined ? 2 : 1 }
  /// The question word after this step.
  var end: Int { word + width }
}

/// The entries that hold all the words of a mention.
enum Selection {
  /// The union of postings, not made yet since they may be long.
  case lists([Postings])
  /// Ascending entry numbers.
  case entries([UInt32])

  /// How many entries.
  var count: Int {
    switch self {
    case .lists(let lists): PostingSets.unionCount(lists)
    case .entries(let entries): entries.count
    }
  }

  /// The first entries, which have the shortest names.
  func prefix(_ limit: Int) -> [UInt32] {
    switch self {
    case .lists(let lists):
      let heads = lists.flatMap { $0.list.prefix(limit) }
      return Array(PostingSets.sortedUnique(heads).prefix(limit))
    case .entries(let entries): return Array(entries.prefix(limit))
    }
  }
}

/// A run of question words that some names of one dimension hold entirely.
struct Span {
  /// The words of the mention that count, in order; never none.
  var steps: [Step]
  /// The names that have them all.
  var selection: Selection
  /// Cut out of a longer span by leaving ordinary words or numbers at its ends.
  var isTrimmed = false

  /// First word of the question and the one after the last.
  var words: Range<Int> {
    (steps.first?.word ?? 0)..<(steps.last?.end ?? 0)
  }

  /// Whether a word was read otherwise than written.
  var isCorrected: Bool {
    steps.contains { $0.kind != .clean }
  }
}
