import Values

/// A reading that was kept, with its words.
struct TimeCandidate {
  /// Index of the first word.
  var start: Int
  /// The reading.
  let node: TimeNode
  /// The year it took from its neighbour, when it named none.
  var period: Period?

  /// Index after the last word.
  var end: Int { node.end }
}

/// Chooses among all readings the non-overlapping ones that cover the most words.
struct Selection {
  /// The words of the question.
  let words: TimeWords
  /// All their readings.
  let chart: Chart
  /// The clock of the question.
  let clock: Clock

  /// The chosen readings, left to right.
  func best() -> [TimeCandidate] {
    let support = Support(words: words, chart: chart, continues: clock.continues)
    let count = words.count
    var score = Array(repeating: 0, count: count + 1)
    var choice = Array<TimeNode?>(repeating: nil, count: count + 1)
    for start in stride(from: count - 1, through: 0, by: -1) {
      score[start] = score[start + 1]
      for node in chart.nodes[start] where isTime(node) && support.accepts(node, at: start) {
        let value = Self.worth(node, start) + score[node.end]
        if value > score[start] {
          score[start] = value
          choice[start] = node
        }
      }
    }
    var chosen: [TimeCandidate] = []
    var index = 0
    while index < count {
      guard let node = choice[index] else {
        index += 1
        continue
      }
      chosen.append(TimeCandidate(start: index, node: node))
      index = node.end
    }
    return chosen
  }

  /// Words covered first, then few spans, then early rules.
  private static func worth(_ node: TimeNode, _ start: Int) -> Int {
    // "Of the year" must never outweigh what it could be part of.
    if node.evidence == .bareUnit { return 1 }
    return (node.end - start) * 1000 - 300 - node.rank
  }

  private func isTime(_ node: TimeNode) -> Bool {
    switch node.value {
    case .period, .comparison, .grain: true
    case .year, .annual, .weekday, .monthly: node.value.period(clock) != nil
    default: false
    }
  }
}
