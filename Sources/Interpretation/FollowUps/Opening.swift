import Language
package import Values

/// What a turn says of itself beside its question: « nouvelle question », « en français svp ».
package struct Opening: Hashable, Sendable {
  /// The words that remain.
  package var rest: String
  /// Whether what was said before no longer counts.
  package var isNewTopic = false
  /// The language asked for from here on.
  package var tongue: Tongue?
}

extension Interpreter {
  /// Takes such words off either end of a turn.
  package func opening(_ utterance: Utterance) -> Opening {
    var opening = Opening(rest: utterance.text)
    let count = utterance.tokens.count
    var range = 0..<count
    var place = endOfThanks(utterance)
    if place > 0 { range = place..<count }
    while place < count, let found = own(at: place, utterance) ?? mark(at: place, utterance) {
      if let marker = found.marker { opening.note(marker) }
      place = found.end
      if found.marker != nil { range = place..<count }
    }
    for start in range.reversed() {
      guard let found = own(at: start, utterance), found.marker != .newTopic,
        let marker = found.marker,
        utterance.tokens[found.end...].allSatisfy({ $0.kind == .symbol || isPolite($0) })
      else { continue }
      opening.note(marker)
      range = range.lowerBound..<start
    }
    if range.allSatisfy({ utterance.tokens[$0].kind == .symbol || isPolite(utterance.tokens[$0]) }),
      opening.isNewTopic || opening.tongue != nil
    {
      opening.rest = ""
      return opening
    }
    let start = range.first { utterance.tokens[$0].kind != .symbol } ?? range.upperBound
    if range.count < count { opening.rest = utterance.written(start..<range.upperBound) }
    return opening
  }

  /// Where the question starts behind "cheers!"; 0 where none is said, or nothing else.
  private func endOfThanks(_ utterance: Utterance) -> Int {
    var place = 0
    while let talk = marker(at: place, utterance, where: \.isTalk),
      talk.end < utterance.tokens.count,
      [".", "!", "?"].contains(utterance.tokens[talk.end].text)
    {
      place = talk.end + 1
    }
    let rest = Utterance(
      utterance.written(min(place, utterance.tokens.count)..<utterance.tokens.count),
      clock: utterance.clock,
      tongue: utterance.tongue
    )
    return rest.tokens.isEmpty || isSmallTalk(rest) ? 0 : place
  }

  private func own(at place: Int, _ utterance: Utterance) -> (marker: Marker?, end: Int)? {
    marker(at: place, utterance) { [.newTopic, .inFrench, .inEnglish].contains($0) }
      .map { ($0.marker, $0.end) }
  }

  /// A comma or a small word before it.
  private func mark(at place: Int, _ utterance: Utterance) -> (marker: Marker?, end: Int)? {
    let token = utterance.tokens[place]
    let isSmall =
      token.kind == .symbol || ["ok", "bon", "alors", "so", "et", "and"].contains(token.folded)
    return isSmall ? (nil, place + 1) : nil
  }

  private func isPolite(_ token: Token) -> Bool {
    ["stp", "svp", "please", "pls", "plz", "merci", "thanks", "s'", "il", "te", "vous", "plait"]
      .contains(token.folded)
  }
}

extension Opening {
  fileprivate mutating func note(_ marker: Marker) {
    switch marker {
    case .newTopic: isNewTopic = true
    case .inFrench: tongue = .french
    case .inEnglish: tongue = .english
    default: break
    }
  }
}
