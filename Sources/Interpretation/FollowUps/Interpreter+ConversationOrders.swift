import Language

extension Interpreter {
  /// « annule », "start over", « exporte ça en Excel », where the text says nothing else.
  package func conversationOrder(_ utterance: Utterance) -> ConversationOrder? {
    markers(of: utterance, where: \.isOfConversation).flatMap { ConversationOrder($0) }
  }

  /// Whether the text greets, thanks or takes leave and says nothing else.
  package func isSmallTalk(_ utterance: Utterance) -> Bool {
    markers(of: utterance, where: \.isTalk).map { !$0.isEmpty } ?? false
  }

  /// The markers of a kind that a text consists of beside asides; nil where it says anything else.
  func markers(of utterance: Utterance, where isWanted: (Marker) -> Bool) -> [Marker]? {
    var markers: [Marker] = []
    var place = 0
    while place < utterance.tokens.count {
      if let found = marker(at: place, utterance, where: isWanted) {
        markers.append(found.marker)
        place = found.end
      } else if let end = aside(at: place, utterance) {
        place = end
      } else {
        return nil
      }
    }
    return markers
  }

  /// The longest phrase of a kind that starts at a token, and where it ends.
  func marker(
    at place: Int,
    _ utterance: Utterance,
    where isWanted: (Marker) -> Bool
  ) -> (marker: Marker, end: Int)? {
    let hits = lexicon.hits(in: utterance.words, at: place)
    let found = hits.flatMap { hit in
      hit.senses.compactMap(\.marker).filter(isWanted).map { ($0, hit.tokens.upperBound) }
    }.max { $0.1 < $1.1 }
    // « quelles tables avons-nous ? » asks what there is, not where the last answer came from.
    let isOvertaken = hits.contains { hit in
      hit.tokens.upperBound > (found?.1 ?? .max) && hit.senses.contains { $0.marker == .tables }
    }
    return isOvertaken ? nil : found
  }

  /// A mark, or the end of words that add nothing to an order.
  private func aside(at place: Int, _ utterance: Utterance) -> Int? {
    let token = utterance.tokens[place]
    if let silent = marker(at: place, utterance, where: { $0.isSilent || $0.isTalk }) {
      return silent.end
    }
    return token.kind == .symbol || Self.asides.contains(token.folded) ? place + 1 : nil
  }

  /// What a result is called in passing.
  private static let asides: Set<String> = [
    "resultat", "resultats", "result", "results", "reponse", "answer", "tableau", "table",
    "donnees", "data", "chiffre", "chiffres", "figures", "figure", "number", "numbers", "nombre",
    "nombres",
    "pourcentage", "pourcentages", "percentage", "percentages", "montant", "montants", "amount",
    "amounts",
    "total", "totaux", "totals", "valeur", "valeurs", "value", "values", "taux", "ce", "ces",
    "cette", "the", "liste", "list", "fichier", "file", "forme", "format",
    "non", "no", "nan", "cela", "ceci", "it", "them", "this", "that", "these", "those",
  ]
}
