import Diagnostics
import Language
package import SemanticModel
import Values

/// All phrases of the corpus in one word trie, with what each may mean.
package struct Lexicon: Sendable {
  /// One meaning of a phrase.
  struct Sense: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
      case metric(String)
      case dimension(String)
      case segment(String)
      case analysis(String)
      case value(dimension: String, value: String)
      case marker(Marker)
    }

    let meaning: Meaning
    let role: LexicalEntry.Role
    /// Whether it is a word of the question itself: those are short and common, and never guessed from a misspelling.
    var isMarker: Bool { if case .marker = meaning { true } else { false } }
    /// The languages in which the phrase has this meaning.
    var tongues: Set<Tongue> = []
  }

  /// A phrase found in a question.
  struct Hit {
    let tokens: Range<Int>
    let senses: [Sense]
  }

  private struct Edge: Hashable {
    let node: Int32
    let word: Int32
  }

  private var wordNumbers: [String: Int32] = [:]
  private var edges: [Edge: Int32] = [:]
  private var senses: [[Sense]] = [[]]
  /// Words by length, for corrections.
  private var wordsByLength: [Int: [[UInt8]]] = [:]

  package init(_ entries: [LexicalEntry]) {
    wordNumbers.reserveCapacity(entries.count)
    edges.reserveCapacity(3 * entries.count)
    for entry in entries {
      guard let meaning = Self.meaning(entry.meaning) else { continue }
      insert(entry.phrase, Sense(meaning: meaning, role: entry.role, tongues: [entry.tongue]))
    }
    for word in wordNumbers.keys.sorted() where word.utf8.count >= 4 {
      wordsByLength[word.utf8.count, default: []].append(Array(word.utf8))
    }
  }

  /// The lexicon with more phrases: the names of a database's own values in the other language.
  package func adding(_ entries: [LexicalEntry]) -> Lexicon {
    var copy = self
    for entry in entries {
      guard let meaning = Self.meaning(entry.meaning) else { continue }
      copy.insert(entry.phrase, Sense(meaning: meaning, role: entry.role, tongues: [entry.tongue]))
    }
    return copy
  }

  private static func meaning(_ meaning: LexicalEntry.Meaning) -> Sense.Meaning? {
    switch meaning {
    case .metric(let name): .metric(name)
    case .dimension(let name): .dimension(name)
    case .segment(let name): .segment(name)
    case .analysis(let name): .analysis(name)
    case .value(let dimension, let value): .value(dimension: dimension, value: value)
    case .marker(let name): Marker(rawValue: name).map { .marker($0) }
    }
  }

  // MARK: - Building

  private mutating func insert(_ phrase: String, _ sense: Sense) {
    let words = Lexer.tokens(of: phrase).map { CanonicalWord.of($0) }
    insert(words[...], sense)
    // « taux de marge » is also typed « taux marge ».
    let content = words.filter { !Self.links.contains($0) }
    if content.count >= 2, content.count < words.count { insert(content[...], sense) }
  }

  private mutating func insert(_ words: ArraySlice<String>, _ sense: Sense) {
    guard !words.isEmpty else { return }
    var node: Int32 = 0
    for word in words {
      let number = wordNumbers[word] ?? Int32(wordNumbers.count)
      wordNumbers[word] = number
      if let next = edges[Edge(node: node, word: number)] {
        node = next
      } else {
        senses.append([])
        let next = Int32(senses.count - 1)
        edges[Edge(node: node, word: number)] = next
        node = next
      }
    }
    if let place = senses[Int(node)].firstIndex(where: { $0.meaning == sense.meaning && $0.role == sense.role }) {
      senses[Int(node)][place].tongues.formUnion(sense.tongues)
    } else {
      senses[Int(node)].append(sense)
    }
  }

  /// Small words that may be left out of, or stand inside, a phrase.
  private static let links: Set<String> = [
    "de", "du", "des", "d'", "la", "le", "les", "l'", "of", "the", "a",
  ]

  // MARK: - Lookup

  func contains(_ word: String) -> Bool { wordNumbers[word] != nil }

  /// Every phrase that starts at a token.
  func hits(in words: [String], at start: Int) -> [Hit] {
    var found: [Hit] = []
    var frontier: [(node: Int32, skipped: Int)] = [(0, 0)]
    var index = start
    while index < words.count, !frontier.isEmpty, index - start < 10 {
      var next: [(node: Int32, skipped: Int)] = []
      let number = wordNumbers[words[index]]
      for (node, skipped) in frontier {
        if let number, let target = edges[Edge(node: node, word: number)] {
          next.append((target, skipped))
          let list = senses[Int(target)]
          if !list.isEmpty { found.append(Hit(tokens: start..<(index + 1), senses: list)) }
        }
        if node != 0, skipped < 2, Self.links.contains(words[index]) { next.append((node, skipped + 1)) }
      }
      frontier = next
      index += 1
    }
    return found
  }

  /// The one word of the corpus that a misspelt word must be; nil when none or several are as near.
  ///
  /// One slip from four letters on, two from eight on.
  func correction(of word: String) -> String? {
    let bytes = Array(word.utf8)
    guard bytes.count >= 4, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    let limit = bytes.count >= 8 ? 2 : 1
    var best: (distance: Int, words: [[UInt8]]) = (limit + 1, [])
    for length in (bytes.count - limit)...(bytes.count + limit) {
      for candidate in wordsByLength[length] ?? [] where candidate[0] == bytes[0] || limit == 1 || length >= 8 {
        let distance = editDistance(bytes, candidate, limit: min(limit, best.distance))
        if distance < best.distance {
          best = (distance, [candidate])
        } else if distance == best.distance, distance <= limit {
          best.words.append(candidate)
        }
      }
    }
    // Of several as near, the one with the same first letter and length order is no proof: none is taken.
    let same = best.words.filter { $0[0] == bytes[0] }
    guard best.distance <= limit, let word = best.words.count == 1 ? best.words.first : same.count == 1 ? same.first : nil
    else { return nil }
    return String(decoding: word, as: UTF8.self)
  }
}
