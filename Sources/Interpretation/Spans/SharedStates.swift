import Language
import SemanticModel

/// Two states that exclude each other with their noun said once: "with and without promotion", « avec ou sans remise ».
struct SharedStates {
  let model: SemanticModel
  let lexicon: Lexicon
  let utterance: Utterance

  /// A span for the first word, which stands for the state opposite to the one behind it.
  func spans() -> [Span] {
    let words = utterance.words
    return words.indices.dropLast(2).compactMap { place in
      guard Self.with.contains(words[place]), Self.joints.contains(words[place + 1]),
        Self.without.contains(words[place + 2])
      else { return nil }
      let states = lexicon.hits(in: words, at: place + 2).flatMap(\.senses).compactMap { sense in
        if case .segment(let name) = sense.meaning { model.segments[name] } else { nil }
      }
      guard let opposite = states.lazy.compactMap({ $0.exclusive.first }).first else { return nil }
      return Span(tokens: place..<(place + 1), meaning: .segment(opposite), score: 1.2)
    }
  }

  private static let with: Set<String> = ["with", "avec", "en", "on"]
  private static let without: Set<String> = ["without", "san", "hor", "off", "non"]
  private static let joints: Set<String> = ["and", "et", "or", "ou", "vs", "versus", "/", "&"]
}
