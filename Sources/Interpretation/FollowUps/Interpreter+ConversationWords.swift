import Language

extension Interpreter {
  /// A word about the conversation itself.
  package enum ConversationWord: Sendable {
    case undo, restart, explain
  }

  /// « annule », "start over", « comment as-tu calculé ça ? », where the text says nothing else.
  package func conversationWord(_ utterance: Utterance) -> ConversationWord? {
    let small: Set<String> = [
      "stp", "svp", "please", "ok", "alors", "moi", "donc", "et", "plait", "s", "il", "te", "vous",
      "bon", "non", "no", "oh",
    ]
    let content = utterance.tokens.indices.filter {
      utterance.tokens[$0].kind != .symbol && !small.contains(utterance.tokens[$0].folded)
    }
    guard let first = content.first, let last = content.last else { return nil }
    let markers = lexicon.hits(in: utterance.words, at: first).filter { $0.tokens.contains(last) }
      .flatMap(\.senses).compactMap { sense -> Marker? in
        if case .marker(let marker) = sense.meaning { marker } else { nil }
      }
    guard let marker = markers.first(where: { [.undo, .restart, .explanation].contains($0) }) else {
      return nil
    }
    switch marker {
    case .undo: return .undo
    case .restart: return .restart
    case .explanation: return .explain
    default: return nil
    }
  }

  /// Whether the words begin as a question of their own: « et quels fournisseurs … », "which customers …".
  package func asksAnew(_ utterance: Utterance) -> Bool {
    let joining: Set<String> = [
      "et", "and", "alors", "ok", "so", "mais", "but", "puis", "then", ",",
    ]
    let words = utterance.tokens.map(\.folded).drop { joining.contains($0) }
    guard let first = words.first else { return false }
    let isJoined = words.count < utterance.tokens.count
    let asking: Set<String> = [
      "quel", "quels", "quelle", "quelles", "which", "who", "qui", "liste", "list", "lesquels",
      "lesquelles",
    ]
    let counting: Set<String> = [
      "combien", "how", "what", "top", "nombre", "donne", "show", "montre",
    ]
    let pointing =
      ["lequel", "laquelle"].contains(first) || first == "which" && words.dropFirst().first == "one"
    if pointing { return false }
    return asking.contains(first)
      || !isJoined && counting.contains(first) && !["about"].contains(words.dropFirst().first ?? "")
  }
}
