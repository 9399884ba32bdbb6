import Language

/// Splits a question into spans: a beam search for the few best coverings of its tokens.
struct Segmenter {
  /// One covering, left to right, without gaps.
  struct Covering {
    var spans: [Span]
    var score: Float
  }

  static let width = 12

  /// The best coverings, best first; ties by fewer spans, then by order of discovery, so always the same.
  static func coverings(_ spans: [[Span]], of utterance: Utterance) -> [Covering] {
    let count = utterance.tokens.count
    var beams = [[Covering]](repeating: [], count: count + 1)
    beams[0] = [Covering(spans: [], score: 0)]
    for position in 0..<count {
      let beam = best(beams[position])
      let options = spans[position] + [unknown(at: position, utterance)]
      for covering in beam {
        for option in options {
          var longer = covering
          longer.spans.append(option)
          longer.score += option.score
          beams[option.tokens.upperBound].append(longer)
        }
      }
      beams[position] = []
    }
    return best(beams[count])
  }

  private static func best(_ coverings: [Covering]) -> [Covering] {
    let sorted = coverings.enumerated().sorted { left, right in
      if left.element.score != right.element.score {
        return left.element.score > right.element.score
      }
      if left.element.spans.count != right.element.spans.count {
        return left.element.spans.count < right.element.spans.count
      }
      return left.offset < right.offset
    }
    return sorted.prefix(width).map(\.element)
  }

  /// A token without a reading: a word counts against, punctuation and small leftovers hardly.
  private static func unknown(at position: Int, _ utterance: Utterance) -> Span {
    let token = utterance.tokens[position]
    let cost: Float =
      switch token.kind {
      case .symbol: 0.05
      case .number: 0.7
      case .word: token.folded.utf8.count <= 1 ? 0.2 : 1.0
      }
    return Span(tokens: position..<(position + 1), meaning: .unknown, score: -cost)
  }
}
