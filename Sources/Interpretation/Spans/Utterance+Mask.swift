import Language
extension Utterance {
  /// Folded words with times and numbers masked by type, as the embedder was trained on them.
  package var masked: [String] {
    var result: [String] = []
    var index = 0
    while index < tokens.count {
      if let time = times.first(where: { $0.tokens.lowerBound == index }) {
        result.append("⟨t⟩")
        index = time.tokens.upperBound
      } else if let number = numbers.first(where: { $0.tokens.lowerBound == index }) {
        result.append("⟨n⟩")
        index = number.tokens.upperBound
      } else {
        if tokens[index].kind != .symbol { result.append(words[index]) }
        index += 1
      }
    }
    return result
  }
}
