/// All readings of all stretches of words, filled from the last word to the first.
///
/// When the nodes that start at a word are worked out, those that start after it are complete, so a
/// rule is tried once for every node that can begin it, and matches the rest of its pattern by
/// lookup.
struct Chart {
  private let words: TimeWords
  private let clock: Clock
  /// Nodes by the index of their first word.
  private(set) var nodes: [[TimeNode]]

  /// More nodes than this at one word are not made: only nonsense gets there.
  private static let capacity = 64

  /// Fills the chart of a question.
  init(_ words: TimeWords, clock: Clock) {
    self.words = words
    self.clock = clock
    nodes = Array(repeating: [], count: words.count)
    for start in stride(from: words.count - 1, through: 0, by: -1) {
      fill(start)
    }
  }

  private mutating func fill(_ start: Int) {
    nodes[start] = words.leaves(at: start)
    var next = 0
    while next < nodes[start].count {
      let node = nodes[start][next]
      next += 1
      for rank in TimeRules.index[Int(node.kind.rawValue)] {
        var matched: [TimeNode?] = [node]
        match(TimeRules.all[rank], rank, from: start, at: node.end, &matched)
      }
    }
  }

  private mutating func match(
    _ rule: TimeRule,
    _ rank: Int,
    from start: Int,
    at position: Int,
    _ matched: inout [TimeNode?]
  ) {
    guard matched.count < rule.pattern.count else {
      if let reading = rule.produce(Match(nodes: matched, clock: clock)) {
        add(reading, from: start, to: position, rank)
      }
      return
    }
    let element = rule.pattern[matched.count]
    if position < nodes.count, !element.isGlued || !words.hasSpace(before: position) {
      for index in nodes[position].indices where element.kinds.contains(nodes[position][index].kind)
      {
        let node = nodes[position][index]
        matched.append(node)
        match(rule, rank, from: start, at: node.end, &matched)
        matched.removeLast()
      }
    }
    if element.isOptional {
      matched.append(nil)
      match(rule, rank, from: start, at: position, &matched)
      matched.removeLast()
    }
  }

  private mutating func add(_ reading: Reading, from start: Int, to end: Int, _ rank: Int) {
    guard nodes[start].count < Self.capacity,
      !nodes[start].contains(where: { $0.end == end && $0.value == reading.value })
    else { return }
    nodes[start].append(
      TimeNode(end: end, value: reading.value, evidence: reading.evidence, rank: rank)
    )
  }
}
