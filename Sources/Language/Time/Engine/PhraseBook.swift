/// A trie of folded words: closed lists of words and phrases, each with its readings.
struct PhraseBook: Sendable {
  private struct Branch: Sendable {
    var next: [String: Int] = [:]
    var readings: [Reading] = []
  }

  private var branches = [Branch()]

  /// Adds a reading for a phrase, cut and folded as questions are.
  mutating func add(_ phrase: String, _ reading: Reading) {
    add(Lexer.tokens(of: phrase).map(\.folded), reading)
  }

  /// Adds a reading for one token that is never cut out of a text alone ("'s").
  mutating func add(word: String, _ reading: Reading) {
    add([word], reading)
  }

  private mutating func add(_ keys: [String], _ reading: Reading) {
    var branch = 0
    for key in keys {
      if let known = branches[branch].next[key] {
        branch = known
      } else {
        branches.append(Branch())
        branches[branch].next[key] = branches.count - 1
        branch = branches.count - 1
      }
    }
    branches[branch].readings.append(reading)
  }

  /// Adds a reading for each of several phrases, separated by "|".
  mutating func add(all phrases: String, _ value: TimeValue, _ evidence: Evidence = .firm) {
    for phrase in phrases.split(separator: "|") {
      add(String(phrase), Reading(value, evidence))
    }
  }

  /// Whether a word begins some phrase.
  func knows(_ word: String) -> Bool {
    branches[0].next[word] != nil
  }

  /// Calls `found` with the end and the readings of every phrase that starts at a word.
  func match(_ words: TimeWords, at start: Int, _ found: (Int, [Reading]) -> Void) {
    var branch = 0
    var index = start
    while index < words.count, let next = branches[branch].next[words.key(at: index)] {
      branch = next
      index += 1
      if !branches[branch].readings.isEmpty { found(index, branches[branch].readings) }
    }
  }
}
