import SemanticModel

/// Whether what a cell says is good or bad news.
enum Tone: Hashable, Sendable {
  case bad, caution, good

  /// What a stored value means to those who act on it.
  init(_ meaning: Dimension.Meaning) {
    switch meaning {
    case .critical: self = .bad
    case .warning: self = .caution
    case .fine: self = .good
    }
  }

  /// A change, by the way that is good for the figure; nil when neither is, or when nothing changed.
  init?(change: Double, better: Metric.Better) {
    guard change != 0, better != .neutral else { return nil }
    self = (change > 0) == (better == .higher) ? .good : .bad
  }

  var ink: Ink {
    switch self {
    case .bad: .red
    case .caution: .amber
    case .good: .green
    }
  }
}
