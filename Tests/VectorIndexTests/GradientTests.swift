import Glibc
import Testing

@testable import VectorIndex

struct GradientTests {
  private static let texts = [
    ("ca ⟨t⟩", "revenue"), ("our turnover", "revenue"), ("turnover ⟨t⟩", "revenue"),
    ("stock ⟨v:product⟩", "stock"), ("what is left", "stock"), ("marge", "margin"),
    ("profit margin ⟨t⟩", "margin"), ("marge", "revenue"),
  ].map { LabelledText(tokens: BilingualTexts.tokens($0.0), label: $0.1) }

  private static func batch() -> TrainingBatch {
    let set = TrainingSet(texts, hardNegatives: [:])
    var generator = SplitMix64(seed: 5)
    var composer = BatchComposer(set, pairsPerBatch: 8, generator: &generator)
    var configuration = TrainingConfiguration()
    configuration.typoRate = 0
    configuration.dropRate = 0
    configuration.wrapRate = 0
    var augmenter = TextAugmenter(configuration: configuration, generator: generator)
    return TrainingBatch(composer.next(&generator), of: set, augmenter: &augmenter)
  }

  @Test("the gradient agrees with finite differences, through softmax, length and weights")
  func finiteDifferences() {
    let batch = Self.batch()
    let start = WeightTable(seed: 3)
    var learned = start
    _ = batch.learn(&learned, temperature: 0.5)
    let buckets = Self.texts.flatMap { FeatureHasher.features(of: $0.tokens).prefix(3) }
    var greatest: Float = 0
    for (index, feature) in buckets.enumerated() {
      let bucket = Int(feature.bucket)
      let dimension = index * 7 % Embedding.dimensions
      let analytic = learned.gradients[bucket].values[dimension]
      greatest = max(greatest, abs(analytic))
      let step: Float = 0.01
      var losses: [Double] = []
      for sign: Float in [1, -1] {
        var change = [Float](repeating: 0, count: Embedding.dimensions)
        change[dimension] = sign * step
        var moved = start
        moved.rows[bucket].add(Embedding(change), weight: 1)
        losses.append(batch.learn(&moved, temperature: 0.5))
      }
      let numeric = Float((losses[0] - losses[1]) / Double(2 * step))
      #expect(abs(numeric - analytic) < 0.02 * abs(analytic) + 4e-5, "bucket \(bucket)")
    }
    #expect(greatest > 0.005, "the check must not compare zeros")
  }

  @Test("the loss of one right answer among n equal ones is log n, without the excluded ones")
  func lossOfEquals() {
    let same = Embedder.untrained().embed(["ca"])
    let four = [Embedding](repeating: same, count: 4)
    var excluded = [Bool](repeating: false, count: 16)
    let all = ContrastiveLoss(
      anchors: four,
      partners: four,
      excluded: excluded,
      temperature: 0.07
    )
    #expect(abs(all.value - log(4)) < 1e-5)
    for row in 0..<4 {
      for column in 0..<4 where row != column && (row + column) % 2 == 1 {
        excluded[row * 4 + column] = true
      }
    }
    let half = ContrastiveLoss(
      anchors: four,
      partners: four,
      excluded: excluded,
      temperature: 0.07
    )
    #expect(abs(half.value - log(2)) < 1e-5)
  }

  @Test("texts of one label, or that carry both labels, are never set against each other")
  func negatives() {
    let set = TrainingSet(Self.texts, hardNegatives: [:])
    for example in set.examples.indices {
      let tokens = set.examples[example].tokens
      for (label, name) in ["margin", "revenue", "stock"].enumerated() {
        let carries = Self.texts.contains(LabelledText(tokens: tokens, label: name))
        #expect(set.isNegative(example, for: label) == !carries)
      }
    }
  }

  @Test("our exponential is the C library's to seven digits")
  func exponential() {
    for step in 0..<8_600 {
      let exponent = -Float(step) * 0.01
      let expected = exp(Double(exponent))
      #expect(abs(Double(Exponential.of(exponent)) - expected) <= expected * 3e-7)
    }
    #expect(Exponential.of(-.infinity) == 0)
    #expect(Exponential.of(0) == 1)
  }
}
