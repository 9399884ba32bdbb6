/// The texts of one batch as features, and which of them may stand against which.
struct TrainingBatch {
  private let anchors: [[Feature]]
  private let partners: [[Feature]]
  /// By anchor then partner: true where the two are of one label, or a text carries both labels.
  private let excluded: [Bool]

  init(_ pairs: [BatchComposer.Pair], of set: TrainingSet, augmenter: inout TextAugmenter) {
    anchors = pairs.map { Self.features(of: set.examples[$0.anchor], &augmenter) }
    partners = pairs.map { Self.features(of: set.examples[$0.partner], &augmenter) }
    excluded = pairs.indices.flatMap { row in
      pairs.indices.map { column in
        row != column
          && !(set.isNegative(pairs[column].partner, for: pairs[row].label)
            && set.isNegative(pairs[row].anchor, for: pairs[column].label))
      }
    }
  }

  private static func features(
    of example: TrainingSet.Example,
    _ augmenter: inout TextAugmenter
  ) -> [Feature] {
    guard let variant = augmenter.variant(of: example.tokens) else { return example.features }
    return FeatureHasher.features(of: variant)
  }

  /// Adds the batch's gradient to the table; the batch's loss.
  func learn(_ table: inout WeightTable, temperature: Float) -> Double {
    let anchorSums = anchors.map { table.sum(of: $0) }
    let partnerSums = partners.map { table.sum(of: $0) }
    let loss = ContrastiveLoss(
      anchors: anchorSums.map(\.normalized),
      partners: partnerSums.map(\.normalized),
      excluded: excluded,
      temperature: temperature
    )
    for pair in anchors.indices {
      table.accumulate(
        loss.anchorGradients[pair],
        features: anchors[pair],
        sum: anchorSums[pair]
      )
      table.accumulate(
        loss.partnerGradients[pair],
        features: partners[pair],
        sum: partnerSums[pair]
      )
    }
    return loss.value
  }
}
