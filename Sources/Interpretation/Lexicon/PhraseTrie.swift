import Language
import SemanticModel

/// Phrases as a trie over words, in flat arrays that load from a file without being parsed.
///
/// The edges of node n are `edgeStart[n] ..< edgeStart[n + 1]`, sorted by word; its senses likewise.
struct PhraseTrie: Sendable {
  /// The words in the order of their bytes; a word's number is its place.
  let words: PackedTexts
  let edgeStart: [UInt32]
  let edgeWord: [UInt32]
  let edgeTarget: [UInt32]
  let senseStart: [UInt32]
  let senseNumber: [UInt32]
  let senses: [Sense]

  init(
    words: PackedTexts,
    edgeStart: [UInt32],
    edgeWord: [UInt32],
    edgeTarget: [UInt32],
    senseStart: [UInt32],
    senseNumber: [UInt32],
    senses: [Sense]
  ) {
    self.words = words
    self.edgeStart = edgeStart
    self.edgeWord = edgeWord
    self.edgeTarget = edgeTarget
    self.senseStart = senseStart
    self.senseNumber = senseNumber
    self.senses = senses
  }

  /// The trie of these phrases.
  init(_ entries: [LexicalEntry]) {
    var builder = PhraseTrieBuilder()
    for entry in entries {
      guard let sense = Sense(entry) else { continue }
      builder.insert(entry.phrase, sense)
    }
    self = builder.trie
  }

  /// The number of a word; nil when no phrase has it.
  func number(of word: String) -> UInt32? { words.place(of: word).map { UInt32($0) } }

  /// The node a word leads to.
  func target(of node: UInt32, word: UInt32) -> UInt32? {
    var low = Int(edgeStart[Int(node)])
    var high = Int(edgeStart[Int(node) + 1])
    while low < high {
      let middle = (low + high) / 2
      if edgeWord[middle] < word { low = middle + 1 } else { high = middle }
    }
    guard low < Int(edgeStart[Int(node) + 1]), edgeWord[low] == word else { return nil }
    return edgeTarget[low]
  }

  /// What the phrase that ends at a node means.
  func senses(at node: UInt32) -> [Sense] {
    let range = Int(senseStart[Int(node)])..<Int(senseStart[Int(node) + 1])
    return range.map { senses[Int(senseNumber[$0])] }
  }
}

/// Collects phrases, then lays them out flat.
private struct PhraseTrieBuilder {
  private struct Edge: Hashable {
    let node: UInt32
    let word: UInt32
  }

  private var numbers: [String: UInt32] = [:]
  private var words: [String] = []
  private var edges: [Edge: UInt32] = [:]
  private var nodes: [[Sense]] = [[]]

  mutating func insert(_ phrase: String, _ sense: Sense) {
    let words = Lexer.tokens(of: phrase).map { CanonicalWord.of($0) }
    insert(words[...], sense)
    // « taux de marge » is also typed « taux marge ».
    let content = words.filter { !Lexicon.links.contains($0) }
    if content.count >= 2, content.count < words.count { insert(content[...], sense) }
  }

  private mutating func insert(_ phrase: ArraySlice<String>, _ sense: Sense) {
    guard !phrase.isEmpty else { return }
    var node: UInt32 = 0
    for word in phrase {
      let number = numbers[word] ?? UInt32(words.count)
      if numbers[word] == nil {
        numbers[word] = number
        words.append(word)
      }
      let edge = Edge(node: node, word: number)
      if let next = edges[edge] {
        node = next
      } else {
        nodes.append([])
        node = UInt32(nodes.count - 1)
        edges[edge] = node
      }
    }
    add(sense, at: Int(node))
  }

  private mutating func add(_ sense: Sense, at node: Int) {
    if let place = nodes[node].firstIndex(where: {
      $0.meaning == sense.meaning && $0.role == sense.role
    }) {
      nodes[node][place].tongues.formUnion(sense.tongues)
    } else {
      nodes[node].append(sense)
    }
  }

  var trie: PhraseTrie {
    let ordered = words.sortedByBytes
    var ranks = [UInt32](repeating: 0, count: words.count)
    for (rank, word) in ordered.enumerated() {
      if let number = numbers[word] { ranks[Int(number)] = UInt32(rank) }
    }
    let sorted = edges.map { edge, target in
      (node: edge.node, word: ranks[Int(edge.word)], target: target)
    }
    .sorted { ($0.node, $0.word) < ($1.node, $1.word) }
    var edgeStart = [UInt32](repeating: 0, count: nodes.count + 1)
    for edge in sorted { edgeStart[Int(edge.node) + 1] += 1 }
    for node in 1...nodes.count { edgeStart[node] += edgeStart[node - 1] }
    var unique: [Sense: UInt32] = [:]
    var senses: [Sense] = []
    var senseStart: [UInt32] = [0]
    var senseNumber: [UInt32] = []
    for list in nodes {
      for sense in list {
        if unique[sense] == nil {
          unique[sense] = UInt32(senses.count)
          senses.append(sense)
        }
        senseNumber.append(unique[sense] ?? 0)
      }
      senseStart.append(UInt32(senseNumber.count))
    }
    return PhraseTrie(
      words: PackedTexts(ordered),
      edgeStart: edgeStart,
      edgeWord: sorted.map(\.word),
      edgeTarget: sorted.map(\.target),
      senseStart: senseStart,
      senseNumber: senseNumber,
      senses: senses
    )
  }
}
