import SemanticModel
import Values

/// Phrases that mean two things.
extension CorpusChecker {
  /// What makes two phrases the same to a reader who matches without accents and case.
  private struct PhraseKey: Hashable {
    let phrase: String
    let tongue: Tongue
    let role: LexicalEntry.Role
  }

  /// Reports a phrase with two surer meanings in one language and role, at the second, naming the first.
  ///
  /// Only things of one kind can clash: the rest of the question settles whether "orders" is a figure or a
  /// thing, "over" a period or a threshold, "cancelled" a customer's order or a purchase.
  mutating func checkPhrases() {
    var firsts: [PhraseKey: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.role != .weak {
      let key = PhraseKey(
        phrase: Fold.fold(entry.phrase),
        tongue: entry.tongue,
        role: entry.role
      )
      let known = firsts[key, default: []]
      if known.contains(where: { entries[$0].meaning == entry.meaning }) { continue }
      firsts[key, default: []].append(index)
      guard let first = known.first(where: { clash(entries[$0].meaning, entry.meaning) }) else {
        continue
      }
      report(
        .phraseConflict(entry.phrase, with: entries[first].meaning.text),
        in: objects[origins[index].object],
        at: origins[index].position,
        other: SourcePlace(
          file: objects[origins[first].object].file,
          position: origins[first].position
        )
      )
    }
  }

  private func clash(_ first: LexicalEntry.Meaning, _ second: LexicalEntry.Meaning) -> Bool {
    switch (first, second) {
    case (.value(let one, _), .value(let other, _)): one == other
    case (.metric, .metric), (.dimension, .dimension), (.segment, .segment): true
    case (.analysis, .analysis): true
    default: false
    }
  }
}

extension LexicalEntry.Meaning {
  /// `metric revenue`, `value order_status=shipped`: for messages.
  var text: String {
    switch self {
    case .metric(let name): "metric \(name)"
    case .dimension(let name): "dimension \(name)"
    case .segment(let name): "segment \(name)"
    case .analysis(let name): "analysis \(name)"
    case .value(let dimension, let value): "value \(dimension)=\(value)"
    case .marker(let name): "marker \(name)"
    case .shorthand(let word): "shorthand \(word)"
    }
  }
}
