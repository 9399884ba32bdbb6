import Language

extension Interpreter {
  /// « annule », "start over", « exporte ça en Excel », where the text says nothing else.
  package func conversationOrder(_ utterance: Utterance) -> ConversationOrder? {
    var markers: [Marker] = []
    var place = 0
    while place < utterance.tokens.count {
      if let found = marker(at: place, utterance) {
        markers.append(found.marker)
        place = found.end
      } else if let end = aside(at: place, utterance) {
        place = end
      } else {
        return nil
      }
    }
    return ConversationOrder(markers)
  }

  /// Whether the text greets, thanks or takes leave and says nothing else.
  package func isSmallTalk(_ utterance: Utterance) -> Bool {
    var place = 0
    var isTalk = false
    while place < utterance.tokens.count {
      let talk = lexicon.hits(in: utterance.words, at: place).filter { hit in
        hit.senses.contains(where: \.isTalk)
      }
      if let end = talk.map(\.tokens.upperBound).max() {
        isTalk = true
        place = end
      } else if let end = aside(at: place, utterance) {
        place = end
      } else {
        return false
      }
    }
    return isTalk
  }

  /// The longest phrase about the conversation that starts at a token.
  private func marker(at place: Int, _ utterance: Utterance) -> (marker: Marker, end: Int)? {
    let found = lexicon.hits(in: utterance.words, at: place).flatMap { hit in
      hit.senses.compactMap { sense -> (marker: Marker, end: Int)? in
        guard case .marker(let marker) = sense.meaning, marker.isOfConversation else { return nil }
        return (marker, hit.tokens.upperBound)
      }
    }
    return found.max { $0.end < $1.end }
  }

  /// A mark, or the end of words that add nothing to an order.
  private func aside(at place: Int, _ utterance: Utterance) -> Int? {
    let token = utterance.tokens[place]
    let silent = lexicon.hits(in: utterance.words, at: place).filter { hit in
      hit.senses.contains { $0.isSilentMarker }
    }
    if let end = silent.map(\.tokens.upperBound).max() { return end }
    return token.kind == .symbol || Self.asides.contains(token.folded) ? place + 1 : nil
  }

  /// What a result is called in passing.
  private static let asides: Set<String> = [
    "resultat", "resultats", "result", "results", "reponse", "answer", "tableau", "table",
    "donnees", "data", "chiffres", "figures", "liste", "list", "fichier", "file", "forme", "format",
    "non", "no", "nan", "cela", "ceci", "it", "them", "this", "that", "these", "those",
  ]
}
