import Language

/// The phrases of lessons in a sentence, the longest at each place.
struct LessonWords {
  /// A phrase with all it may mean.
  struct Phrase {
    let markers: Set<Marker>
    let tokens: Range<Int>
  }

  let phrases: [Phrase]

  init(_ lexicon: Lexicon, _ utterance: Utterance) {
    var found: [Phrase] = []
    var place = 0
    while place < utterance.tokens.count {
      let phrase = Self.phrase(at: place, lexicon, utterance)
      if let phrase { found.append(phrase) }
      place = phrase?.tokens.upperBound ?? place + 1
    }
    phrases = found
  }

  /// Words that would be too common in the other language: "as", « car », "was".
  private static let ownTongueOnly: Set<Marker> = [.lessonBecause, .lessonQuestion, .lessonAside]

  private static func phrase(
    at place: Int,
    _ lexicon: Lexicon,
    _ utterance: Utterance
  ) -> Phrase? {
    var best: Phrase?
    for hit in lexicon.hits(in: utterance.words, at: place) {
      let markers = hit.senses.filter { sense in
        guard let marker = sense.marker, marker.isOfLessons else { return false }
        return !ownTongueOnly.contains(marker) || sense.tongues.contains(utterance.tongue)
      }.compactMap(\.marker)
      guard !markers.isEmpty, hit.tokens.count >= best?.tokens.count ?? 0 else { continue }
      let known = hit.tokens == best?.tokens ? best?.markers ?? [] : []
      best = Phrase(markers: known.union(markers), tokens: hit.tokens)
    }
    return best
  }

  /// Whether some phrase means this.
  func has(_ marker: Marker) -> Bool { phrases.contains { $0.markers.contains(marker) } }

  /// The first phrase that means this.
  func first(_ marker: Marker) -> Phrase? { phrases.first { $0.markers.contains(marker) } }

  /// The phrase that begins at a token.
  func phrase(at place: Int) -> Phrase? { phrases.first { $0.tokens.lowerBound == place } }
}
