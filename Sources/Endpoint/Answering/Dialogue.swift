import Values

/// What was said in a conversation, to be answered at its end: enough to know whether the same was answered before.
struct Dialogue: Hashable, Sendable {
  /// What the user said, oldest first.
  var said: [String]
  /// The language asked for; nil for each question's own.
  var tongue: Tongue?
  /// Whether another turn may follow.
  var isWaiting: Bool
  /// Whose it is.
  var owner: String

  /// Turns that are gone through again at most; earlier ones are left out.
  static let longest = 30

  /// Longer conversations begin later.
  init(_ said: [String], tongue: Tongue? = nil, isWaiting: Bool, owner: String) {
    self.said = said.suffix(Self.longest).map(PlainText.of)
    self.tongue = tongue
    self.isWaiting = isWaiting
    self.owner = owner
  }

  /// Without what was said last; nil for a single question.
  var before: Dialogue? {
    guard said.count > 1 else { return nil }
    var rest = self
    rest.said.removeLast()
    return rest
  }
}
