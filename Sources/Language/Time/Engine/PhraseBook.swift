/// A trie of folded words: closed lists of words and phrases, each with its readings.
///
/// Words are numbered and branches kept in one table, because the book is built at each start.
struct PhraseBook: Sendable {
  /// A place in the trie: the words that lead to it, as a number.
  struct Branch: Hashable, Sendable {
    fileprivate var number: Int32
    /// Where every phrase begins.
    static let root = Branch(number: 0)
  }

  private struct Edge: Hashable, Sendable {
    var branch: Branch
    var word: Int32
  }

  private var numbers: [String: Int32] = [:]
  private var edges: [Edge: Branch] = [:]
  private var readings: [[Reading]] = [[]]

  init() {
    numbers.reserveCapacity(1024)
    edges.reserveCapacity(8192)
    readings.reserveCapacity(8192)
  }

  /// Adds a reading for a phrase, cut and folded as questions are.
  mutating func add(_ phrase: some StringProtocol, _ reading: Reading) {
    add(reading, at: branch(of: words(of: phrase)))
  }

  /// Adds a reading for one token that is never cut out of a text alone ("'s").
  mutating func add(word: String, _ reading: Reading) {
    add(reading, at: branch(of: [number(of: word)]))
  }

  /// Adds a reading for each of several phrases, separated by "|".
  mutating func add(all phrases: String, _ value: TimeValue, _ evidence: Evidence = .firm) {
    for phrase in phrases.alternatives { add(phrase, Reading(value, evidence)) }
  }

  /// Adds a reading at a branch.
  mutating func add(_ reading: Reading, at branch: Branch) {
    readings[Int(branch.number)].append(reading)
  }

  /// The numbers of a phrase's words, which are cut and folded as those of questions are.
  mutating func words(of phrase: some StringProtocol) -> [Int32] {
    Lexer.folded(phrase).map { number(of: $0) }
  }

  /// The branch that words lead to from another one, made where it is missing.
  mutating func branch(of words: [Int32], from start: Branch = .root) -> Branch {
    var branch = start
    for word in words {
      let edge = Edge(branch: branch, word: word)
      if let known = edges[edge] {
        branch = known
      } else {
        branch = Branch(number: Int32(readings.count))
        readings.append([])
        edges[edge] = branch
      }
    }
    return branch
  }

  private mutating func number(of word: String) -> Int32 {
    if let known = numbers[word] { return known }
    let number = Int32(numbers.count)
    numbers[word] = number
    return number
  }

  /// The number of a word; nil when no phrase has it.
  func number(_ word: String) -> Int32? { numbers[word] }

  /// Whether a word begins some phrase.
  func begins(_ word: Int32) -> Bool { edges[Edge(branch: .root, word: word)] != nil }

  /// Calls `found` with the end and the readings of every phrase that starts at a word.
  func match(_ words: TimeWords, at start: Int, _ found: (Int, [Reading]) -> Void) {
    var branch = Branch.root
    var index = start
    while index < words.count, let word = words.number(at: index),
      let next = edges[Edge(branch: branch, word: word)]
    {
      branch = next
      index += 1
      let known = readings[Int(branch.number)]
      if !known.isEmpty { found(index, known) }
    }
  }
}
