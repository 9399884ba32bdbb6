/// The examples in a canonical order, ready for training: the order they came in does not matter.
struct TrainingSet {
  /// One example.
  struct Example {
    let tokens: [String]
    let features: [Feature]
    /// Place in `members`.
    let label: Int
    /// Labels that the very same text carries as well: never negatives of each other.
    let otherLabels: [Int]
  }

  let examples: [Example]
  /// By label, its examples.
  let members: [[Int]]
  /// By label, the labels it is easily confused with, in ascending order.
  let hardNegatives: [[Int]]

  /// Sorts and counts once; names in `hardNegatives` that no text carries are passed over.
  init(_ texts: [LabelledText], hardNegatives: [String: [String]]) {
    let labels = Set(texts.map(\.label)).sorted()
    let places = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    var carried: [[String]: Set<Int>] = [:]
    for text in texts where !text.tokens.isEmpty {
      carried[text.tokens, default: []].insert(places[text.label, default: 0])
    }
    var examples: [Example] = []
    var members = [[Int]](repeating: [], count: labels.count)
    for tokens in carried.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let features = FeatureHasher.features(of: tokens)
      let own = carried[tokens, default: []].sorted()
      for label in own {
        members[label].append(examples.count)
        examples.append(
          Example(
            tokens: tokens,
            features: features,
            label: label,
            otherLabels: own.filter { $0 != label }
          )
        )
      }
    }
    self.examples = examples
    self.members = members
    self.hardNegatives = labels.map { label in
      Set(hardNegatives[label, default: []].compactMap { places[$0] })
        .filter { $0 != places[label] && !members[$0].isEmpty }.sorted()
    }
  }

  /// Whether an example may stand as a wrong answer beside an anchor of this label.
  func isNegative(_ example: Int, for label: Int) -> Bool {
    examples[example].label != label && !examples[example].otherLabels.contains(label)
  }
}
