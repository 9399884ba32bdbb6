/// The best few of a series of scored labels, best first; among equals the earlier one stays first.
struct BestLabels {
  private(set) var entries: [(label: Int, score: Float)] = []
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    entries.reserveCapacity(capacity + 1)
  }

  /// Considers one more label.
  mutating func offer(_ label: Int, score: Float) {
    if entries.count == capacity, let last = entries.last, score <= last.score { return }
    var place = entries.count
    while place > 0, entries[place - 1].score < score {
      place -= 1
    }
    entries.insert((label, score), at: place)
    if entries.count > capacity {
      entries.removeLast()
    }
  }
}
