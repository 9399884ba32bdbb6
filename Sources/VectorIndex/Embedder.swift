/// Gives every text its place in meaning space: the weighted mean of its features' rows, length 1.
///
/// The table has one row of 48 numbers a bucket, at 8 bits with one scale a row. A trained
/// embedder stores the rows that training touched; all others are the random signs of its seed.
package struct Embedder: Sendable {
  /// Seed of the rows that training never touched.
  let seed: UInt64
  /// One bit a bucket, lowest first: whether the row was trained and must be stored.
  let trained: [UInt64]
  /// Three parts of 16 numbers for each bucket.
  let rows: [SIMD16<Int8>]
  /// Value of one step of a row, by bucket.
  let scales: [Float]

  /// Number of 64-bit words in the map of trained rows.
  static let mapWords = FeatureHasher.buckets / 64

  /// The embedder that knows nothing but spelling: a signed random projection of the features.
  ///
  /// It is the fallback without an index, and the floor that a trained one must beat.
  package static func untrained() -> Embedder {
    Embedder(
      seed: SeededRow.defaultSeed,
      trained: [UInt64](repeating: 0, count: mapWords),
      rows: [],
      scales: []
    )
  }

  /// Spreads stored rows (in order of bucket) over the table and seeds the others.
  init(seed: UInt64, trained: [UInt64], rows stored: [SIMD16<Int8>], scales storedScales: [Float]) {
    var scales = [Float](repeating: SeededRow.scale, count: FeatureHasher.buckets)
    rows = [SIMD16<Int8>](unsafeUninitializedCapacity: FeatureHasher.buckets * 3) { table, count in
      var next = 0
      for bucket in 0..<FeatureHasher.buckets {
        let place = bucket * 3
        if trained[bucket >> 6] >> UInt64(bucket & 63) & 1 == 1 {
          for part in 0..<3 {
            table.initializeElement(at: place + part, to: stored[next * 3 + part])
          }
          scales[bucket] = storedScales[next]
          next += 1
        } else {
          let signs = SeededRow.signs(of: bucket, seed: seed)
          table.initializeElement(at: place, to: signs.first)
          table.initializeElement(at: place + 1, to: signs.second)
          table.initializeElement(at: place + 2, to: signs.third)
        }
      }
      count = FeatureHasher.buckets * 3
    }
    self.seed = seed
    self.trained = trained
    self.scales = scales
  }

  /// Whether any row was learned.
  package var isTrained: Bool { trained.contains { $0 != 0 } }

  /// Where a masked text lies; zero for no token at all.
  package func embed(_ tokens: [String]) -> Embedding {
    embed(features: FeatureHasher.features(of: tokens))
  }

  /// Where a text with these features lies.
  ///
  /// The weighted sum has the direction of the mean, and only the direction is kept.
  package func embed(features: [Feature]) -> Embedding {
    var sum = Embedding()
    rows.withUnsafeBufferPointer { table in
      for feature in features {
        let weight = feature.weight * scales[Int(feature.bucket)]
        let place = Int(feature.bucket) * 3
        sum.first += SIMD16<Float>(table[place]) * weight
        sum.second += SIMD16<Float>(table[place + 1]) * weight
        sum.third += SIMD16<Float>(table[place + 2]) * weight
      }
    }
    return sum.normalized
  }
}
