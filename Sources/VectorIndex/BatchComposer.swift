/// Cuts an epoch into batches of pairs: two texts of one label, the others of the batch as negatives.
///
/// Every example is an anchor once an epoch. An anchor whose label has confusable neighbours brings
/// along a pair of one of them, so that they meet in the same batch.
struct BatchComposer {
  /// Two examples of one label; the same example twice where a label has only one.
  struct Pair: Equatable {
    let label: Int
    let anchor: Int
    let partner: Int
  }

  private let set: TrainingSet
  private var waiting: [Int]
  private let pairsPerBatch: Int

  init(_ set: TrainingSet, pairsPerBatch: Int, generator: inout SplitMix64) {
    self.set = set
    self.pairsPerBatch = pairsPerBatch
    waiting = Array(set.examples.indices)
    generator.shuffle(&waiting)
  }

  /// The next batch; empty when the epoch is over.
  mutating func next(_ generator: inout SplitMix64) -> [Pair] {
    var batch: [Pair] = []
    while batch.count < pairsPerBatch, let anchor = waiting.popLast() {
      let label = set.examples[anchor].label
      batch.append(pair(anchor, generator: &generator))
      let neighbours = set.hardNegatives[label]
      if !neighbours.isEmpty, batch.count < pairsPerBatch {
        let neighbour = set.members[neighbours[generator.below(neighbours.count)]]
        let example = neighbour[generator.below(neighbour.count)]
        batch.append(pair(example, generator: &generator))
      }
    }
    return batch
  }

  private func pair(_ anchor: Int, generator: inout SplitMix64) -> Pair {
    let label = set.examples[anchor].label
    let members = set.members[label]
    guard members.count > 1 else { return Pair(label: label, anchor: anchor, partner: anchor) }
    var choice = generator.below(members.count - 1)
    if members[choice] >= anchor { choice += 1 }
    return Pair(label: label, anchor: anchor, partner: members[choice])
  }
}
