import Language
import SemanticModel

/// What the first words of a question ask for: which things, who, yes or no.
extension Composer {
  /// « a-t-on », "did we", « est-ce que » before a threshold on the whole.
  var asksYesOrNo: Bool {
    let words = utterance.tokens.prefix(3).map(\.folded)
    guard let first = words.first else { return false }
    if ["did", "have", "has", "is", "are", "was", "were", "does", "do"].contains(first) {
      return true
    }
    return utterance.text.lowercased().hasPrefix("est-ce") || words.contains("t-on")
      || utterance.tokens.prefix(4).contains { $0.folded == "on" }
        && ["a", "avons", "avait"].contains(first)
  }

  /// « quels », "which" at the beginning: things are to be listed.
  var asksWhich: Bool {
    let asks =
      utterance.tokens.first.map {
        ["quels", "quelles", "which", "lesquels", "lesquelles"].contains($0.folded)
      } ?? false
    return asks || asksWhatIs
  }

  /// "what's below its minimum stock?": what is so.
  var asksWhatIs: Bool {
    let first = items.first { $0.span.marker == nil && $0.span.role != .verb }
    guard case .segment? = first?.span.meaning else { return false }
    return utterance.tokens.first.map {
      ["what", "whats", "what's", "que", "qu'est-ce", "anything"].contains($0.folded)
    } ?? false
  }

  /// « qui », "who": people or firms.
  var asksWho: Bool {
    utterance.tokens.first.map { ["qui", "who", "lesquels", "lesquelles"].contains($0.folded) }
      ?? false
  }
}
