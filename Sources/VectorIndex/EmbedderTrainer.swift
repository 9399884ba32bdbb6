/// Learns an embedder from labelled texts: texts of one label, in either language, move together,
/// texts of other labels apart.
///
/// One thread, one order, our own random numbers: the same texts give the same bytes.
package enum EmbedderTrainer {
  /// Learns; with fewer than two labels there is nothing to tell apart, and nothing is learned.
  ///
  /// - Parameters:
  ///   - texts: examples in any order; equal ones count once.
  ///   - hardNegatives: by label, the labels it is easily confused with; unknown names are ignored.
  ///   - configuration: how long and how hard to learn.
  ///   - progress: called after every epoch.
  /// - Returns: the embedder as its file holds it, at 8 bits.
  package static func train(
    _ texts: [LabelledText],
    hardNegatives: [String: [String]] = [:],
    configuration: TrainingConfiguration = TrainingConfiguration(),
    progress: (TrainingProgress) -> Void = { _ in }
  ) -> Embedder {
    let set = TrainingSet(texts, hardNegatives: hardNegatives)
    guard set.members.count > 1 else { return .untrained() }
    var generator = SplitMix64(seed: configuration.seed)
    var augmenter = TextAugmenter(
      configuration: configuration,
      generator: SplitMix64(seed: generator.next())
    )
    var table = WeightTable(seed: SeededRow.defaultSeed)
    for epoch in 0..<configuration.epochs {
      let done = Float(epoch) / Float(max(1, configuration.epochs - 1))
      let rate = configuration.learningRate * (1 - 0.9 * done)
      var composer = BatchComposer(
        set,
        pairsPerBatch: configuration.pairsPerBatch,
        generator: &generator
      )
      var loss = 0.0
      var batches = 0
      while case let pairs = composer.next(&generator), !pairs.isEmpty {
        let batch = TrainingBatch(pairs, of: set, augmenter: &augmenter)
        loss += batch.learn(&table, temperature: configuration.temperature)
        table.step(rate)
        batches += 1
      }
      progress(
        TrainingProgress(
          epoch: epoch + 1,
          epochs: configuration.epochs,
          loss: loss / Double(max(1, batches))
        )
      )
    }
    return table.quantized()
  }
}
