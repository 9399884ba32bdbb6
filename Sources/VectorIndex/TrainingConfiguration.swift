/// How an embedder is trained.
package struct TrainingConfiguration: Hashable, Sendable {
  /// Times that every example is an anchor.
  package var epochs = 20
  /// Pairs a batch: each pair's partner must be told from this many less one others.
  package var pairsPerBatch = 128
  /// τ of the softmax over cosines; smaller looks harder at the nearest wrong examples.
  package var temperature: Float = 0.07
  /// Step of the first epoch; it falls in a straight line to a tenth in the last one.
  package var learningRate: Float = 0.05
  /// Probability that a text is shown with one mistyped word.
  package var typoRate: Float = 0.3
  /// Probability that a text is shown without one of its words.
  package var dropRate: Float = 0.15
  /// Probability that a text is shown with a polite wrapper.
  package var wrapRate: Float = 0.2
  /// Folded tokens put before a text.
  package var openings: [[String]] = [
    ["bonjour"], ["peux", "tu", "me", "dire"], ["donne", "moi"], ["montre", "moi"],
    ["je", "voudrais", "savoir"], ["hello"], ["can", "you", "tell", "me"],
    ["please", "show", "me"],
    ["give", "me"], ["i", "would", "like", "to", "know"],
  ]
  /// Folded tokens put after a text.
  package var closings: [[String]] = [
    ["merci"], ["stp"], ["svp"], ["s'", "il", "te", "plait"], ["s'", "il", "vous", "plait"],
    ["please"], ["thanks"], ["thank", "you"],
  ]
  /// Seed of the order, the pairs and the changes to texts.
  package var seed: UInt64 = 0x5EED_0F71_F10A_0001

  package init() {}
}
