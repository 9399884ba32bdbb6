import Testing

@testable import VectorIndex

struct EmbedderTrainerTests {
  private static let trained: Embedder = {
    var configuration = TrainingConfiguration()
    configuration.epochs = 10
    return EmbedderTrainer.train(BilingualTexts.learned, configuration: configuration)
  }()

  private static var short: TrainingConfiguration {
    var configuration = TrainingConfiguration()
    configuration.epochs = 2
    configuration.pairsPerBatch = 32
    return configuration
  }

  private static func right(_ texts: [LabelledText], _ embedder: Embedder) -> Int {
    let index = VectorIndex(texts: BilingualTexts.learned, embedder: embedder)
    return texts.count { text in
      index.nearest(to: embedder.embed(text.tokens), count: 1).first?.label == text.label
    }
  }

  @Test("the same texts give the same bytes, in whatever order they come")
  func deterministic() {
    let hard = ["revenue": ["margin", "basket"], "stock-level": ["stock-value"]]
    let one = EmbedderTrainer.train(
      BilingualTexts.learned,
      hardNegatives: hard,
      configuration: Self.short
    )
    let other = EmbedderTrainer.train(
      BilingualTexts.learned.reversed() + BilingualTexts.learned.prefix(20),
      hardNegatives: hard,
      configuration: Self.short
    )
    #expect(one.bytes == other.bytes)
    #expect(one.isTrained)
  }

  @Test("another seed gives another embedder")
  func seed() {
    var configuration = Self.short
    let texts = Array(BilingualTexts.learned.prefix(40))
    let one = EmbedderTrainer.train(texts, configuration: configuration)
    configuration.seed += 1
    let other = EmbedderTrainer.train(texts, configuration: configuration)
    #expect(one.fingerprint != other.fingerprint)
  }

  @Test("training recognises far more unseen phrasings than spelling alone")
  func beatsUntrained() {
    let heldOut = BilingualTexts.heldOut
    let floor = Self.right(heldOut, .untrained())
    let learned = Self.right(heldOut, Self.trained)
    #expect(learned >= floor + heldOut.count / 5, "\(floor) → \(learned) of \(heldOut.count)")
    #expect(learned * 10 >= heldOut.count * 9, "\(learned) of \(heldOut.count)")
  }

  @Test("every text that was learned is recognised")
  func recognisesLearned() {
    #expect(Self.right(BilingualTexts.learned, Self.trained) == BilingualTexts.learned.count)
  }

  @Test("one typing slip in a text keeps its label nearly always")
  func typos() {
    var augmenter = TextAugmenter(
      configuration: TrainingConfiguration(),
      generator: SplitMix64(seed: 99)
    )
    var mistyped: [LabelledText] = []
    for text in BilingualTexts.learned {
      var tokens = text.tokens
      guard let longest = tokens.indices.max(by: { tokens[$0].count < tokens[$1].count }),
        tokens[longest].count >= 5, !FeatureHasher.isMask(tokens[longest])
      else { continue }
      tokens[longest] = augmenter.mistyped(tokens[longest])
      mistyped.append(LabelledText(tokens: tokens, label: text.label))
    }
    let right = Self.right(mistyped, Self.trained)
    #expect(mistyped.count > 150)
    #expect(right * 100 >= mistyped.count * 95, "\(right) of \(mistyped.count)")
  }

  @Test("texts of one label in the two languages come nearer than texts of two labels")
  func languagesMeet() {
    func cosine(_ one: String, _ other: String) -> Float {
      Self.trained.embed(BilingualTexts.tokens(one))
        .dot(Self.trained.embed(BilingualTexts.tokens(other)))
    }
    #expect(
      cosine("marge brute ⟨t⟩", "profit ⟨t⟩") > cosine("marge brute ⟨t⟩", "revenue ⟨t⟩") + 0.3
    )
    #expect(cosine("invendus depuis ⟨t⟩", "dead stock") > cosine("dead stock", "stock value") + 0.3)
  }

  @Test("the loss falls to less than half, and every epoch is told")
  func progress() {
    var told: [TrainingProgress] = []
    var configuration = Self.short
    configuration.epochs = 4
    _ = EmbedderTrainer.train(
      Array(BilingualTexts.learned.prefix(80)),
      configuration: configuration
    ) {
      told.append($0)
    }
    #expect(told.map(\.epoch) == [1, 2, 3, 4])
    // Three batches an epoch and fresh slips each time: one epoch may well be harder than the last.
    let (first, last) = (told.first?.loss ?? 0, told.last?.loss ?? .infinity)
    #expect(last < first / 2)
  }

  @Test("with fewer than two labels nothing is learned", arguments: [0, 1])
  func tooFew(labels: Int) {
    let texts = (0..<labels).map { LabelledText(tokens: ["ca"], label: "label-\($0)") }
    #expect(!EmbedderTrainer.train(texts).isTrained)
  }

  @Test("an anchor brings a pair of a confusable label into its batch")
  func hardNegatives() {
    let set = TrainingSet(
      BilingualTexts.learned,
      hardNegatives: ["margin": ["revenue", "nowhere", "margin"]]
    )
    let labels = Set(BilingualTexts.learned.map(\.label)).sorted()
    var generator = SplitMix64(seed: 1)
    var composer = BatchComposer(set, pairsPerBatch: 16, generator: &generator)
    var anchors: [Int] = []
    while case let batch = composer.next(&generator), !batch.isEmpty {
      for (place, pair) in batch.enumerated() where labels[pair.label] == "margin" {
        #expect(place == 15 || labels[batch[place + 1].label] == "revenue")
      }
      #expect(batch.allSatisfy { $0.anchor != $0.partner })
      #expect(
        batch.allSatisfy {
          set.examples[$0.anchor].label == $0.label && set.examples[$0.partner].label == $0.label
        }
      )
      anchors += batch.map(\.anchor)
    }
    #expect(Set(anchors) == Set(set.examples.indices))
    #expect(anchors.count > set.examples.count)
  }

  @Test("variants of a text keep its masks and at least two of its words")
  func augmentation() {
    var configuration = TrainingConfiguration()
    configuration.dropRate = 1
    var augmenter = TextAugmenter(
      configuration: configuration,
      generator: SplitMix64(seed: 4)
    )
    for text in BilingualTexts.learned {
      let variant = augmenter.variant(of: text.tokens) ?? text.tokens
      #expect(variant.filter(FeatureHasher.isMask) == text.tokens.filter(FeatureHasher.isMask))
      let words = text.tokens.count { !FeatureHasher.isMask($0) }
      #expect(variant.count { !FeatureHasher.isMask($0) } >= min(words, 2))
    }
  }
}
