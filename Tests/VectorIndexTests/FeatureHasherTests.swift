import Testing

@testable import VectorIndex

struct FeatureHasherTests {
  @Test("a text's features are one a bucket, in ascending order, all with a weight above zero")
  func sortedAndUnique() {
    let features = FeatureHasher.features(
      of: BilingualTexts.tokens("combien combien de ventes par ⟨d⟩ et par ⟨t⟩")
    )
    #expect(zip(features, features.dropFirst()).allSatisfy { $0.bucket < $1.bucket })
    #expect(features.allSatisfy { $0.weight > 0 })
  }

  @Test(
    "the number of features is known where nothing collides",
    arguments: [
      ([], 0),
      (["⟨t⟩"], 1),
      (["d"], 2),
      (["ca"], 4),
      (["ca", "⟨t⟩"], 6),
      (["marge"], 13),
    ]
  )
  func counts(tokens: [String], expected: Int) {
    #expect(FeatureHasher.features(of: tokens).count == expected)
  }

  @Test("the hash is part of the file format and never moves")
  func pinned() {
    // Worked out by a second program from the definition of FNV-1a.
    let buckets = FeatureHasher.features(of: ["ca", "⟨t⟩"]).map(\.bucket)
    #expect(buckets == [8_618, 9_573, 11_289, 19_683, 25_293, 32_237])
  }

  @Test("order shows in the pairs alone")
  func order() {
    let one = Set(FeatureHasher.features(of: ["stock", "valeur"]).map(\.bucket))
    let other = Set(FeatureHasher.features(of: ["valeur", "stock"]).map(\.bucket))
    #expect(one.symmetricDifference(other).count == 2)
  }

  @Test("a long word's letters weigh as much as a short word's")
  func letterWeights() {
    let long = FeatureHasher.features(of: ["approvisionnement"])
    let short = FeatureHasher.features(of: ["stock"])
    func energy(_ features: [Feature]) -> Float {
      features.reduce(0) { $0 + $1.weight * $1.weight }
    }
    #expect(abs(energy(long) - energy(short)) < 0.2)
  }
}
