import Diagnostics
package import SemanticModel

/// All phrases of the corpus, and of a database's own values, with what each may mean.
package struct Lexicon: Sendable {
  /// A phrase found in a question.
  struct Hit {
    let tokens: Range<Int>
    let senses: [Sense]

    /// Whether it is a phrase of sentences that teach or give orders only.
    var isOutsideQuestions: Bool { senses.allSatisfy(\.isOutsideQuestions) }
  }

  /// The corpus first, then what was added.
  private let tries: [PhraseTrie]

  private init(tries: [PhraseTrie]) {
    self.tries = tries
  }

  /// The lexicon of these phrases.
  package init(_ entries: [LexicalEntry]) {
    self.init(tries: [PhraseTrie(entries)])
  }

  /// The lexicon in its stored form; nil when it is damaged or was built for another corpus.
  package init?(bytes: [UInt8], key: UInt64) {
    guard let trie = PhraseTrie(bytes: bytes, key: key) else { return nil }
    self.init(tries: [trie])
  }

  /// The stored form of the corpus's phrases, stamped with the hash of the corpus.
  package func bytes(key: UInt64) -> [UInt8] { tries[0].bytes(key: key) }

  /// The lexicon with more phrases: the names of a database's own values.
  package func adding(_ other: Lexicon) -> Lexicon { Lexicon(tries: tries + other.tries) }

  /// Small words that may be left out of, or stand inside, a phrase.
  static let links: Set<String> = [
    "de", "du", "des", "d'", "d", "l", "la", "le", "les", "l'", "of", "the", "a",
  ]

  /// Words that only stress what they stand in: « pour la toute première fois », "for the very first time".
  private static let intensifiers: Set<String> = ["very", "toute", "tout", "own", "actual"]

  // MARK: - Lookup

  func contains(_ word: String) -> Bool { tries.contains { $0.number(of: word) != nil } }

  /// Every phrase that starts at a token.
  func hits(in words: [String], at start: Int) -> [Hit] {
    tries.flatMap { hits(in: words, at: start, trie: $0) }
  }

  private func hits(in words: [String], at start: Int, trie: PhraseTrie) -> [Hit] {
    var found: [Hit] = []
    var frontier: [(node: UInt32, skipped: Int)] = [(0, 0)]
    var index = start
    while index < words.count, !frontier.isEmpty, index - start < 10 {
      var next: [(node: UInt32, skipped: Int)] = []
      let number = trie.number(of: words[index])
      for (node, skipped) in frontier {
        if let number, let target = trie.target(of: node, word: number) {
          next.append((target, skipped))
          let list = trie.senses(at: target)
          if !list.isEmpty { found.append(Hit(tokens: start..<(index + 1), senses: list)) }
        }
        if node != 0, skipped < 2,
          Self.links.contains(words[index]) || Self.intensifiers.contains(words[index])
        {
          next.append((node, skipped + 1))
        }
      }
      frontier = next
      index += 1
    }
    return found
  }

  /// The word of the corpus that a misspelt word of a text must be; nil when none or several are as near.
  ///
  /// Of several, the one that makes a phrase with its neighbours: "gross margn" is no "marge".
  func correction(at place: Int, in words: [String]) -> String? {
    let near = corrections(of: words[place])
    if near.count <= 1 { return near.first }
    let fitting = near.filter { candidate in
      var text = words
      text[place] = candidate
      return (max(0, place - 2)...place).contains { start in
        hits(in: text, at: start).contains { $0.tokens.count > 1 && $0.tokens.contains(place) }
      }
    }
    if fitting.count == 1 { return fitting[0] }
    // Letters that only changed places are the likeliest slip: "reveneu" is "revenue", and not « revendu ».
    let swapped = near.filter { $0.utf8.sorted() == words[place].utf8.sorted() }
    if swapped.count == 1 { return swapped[0] }
    // « revenu » and "revenue" are the same to us; words that mean nothing alone are no rivals of theirs.
    let meanings = near.map { word in
      let senses = hits(in: [word], at: 0).flatMap(\.senses)
      return (word, Set(senses.filter { !$0.isMarker && $0.word == nil }.map(\.meaning)))
    }.filter { !$0.1.isEmpty }
    guard let first = meanings.first else { return nil }
    let common = meanings.dropFirst().reduce(first.1) { $0.intersection($1.1) }
    return common.isEmpty ? nil : first.0
  }

  /// The words of the corpus nearest to a misspelt one; those with its first letter where there are any.
  ///
  /// One slip from four letters on, two from eight on.
  private func corrections(of word: String) -> [String] {
    let bytes = Array(word.utf8)
    guard bytes.count >= 4, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
    let limit = bytes.count >= 8 ? 2 : 1
    var best: (distance: Int, words: [[UInt8]]) = (limit + 1, [])
    for trie in tries {
      for place in 0..<trie.words.count {
        let range = trie.words.range(of: place)
        guard abs(range.count - bytes.count) <= limit, range.count >= 4,
          // The first letter is rarely the wrong one: "eating" is no "rating".
          trie.words.pool[range.lowerBound] == bytes[0] || range.count >= 8
        else { continue }
        let candidate = Array(trie.words.pool[range])
        let distance = editDistance(bytes, candidate, limit: min(limit, best.distance))
        if distance < best.distance {
          best = (distance, [candidate])
        } else if distance == best.distance, distance <= limit {
          if !best.words.contains(candidate) { best.words.append(candidate) }
        }
      }
    }
    let same = best.words.filter { $0[0] == bytes[0] }
    guard best.distance <= limit else { return [] }
    return (same.isEmpty ? best.words : same).map { String(decoding: $0, as: UTF8.self) }
  }
}
