/// The embedder's table while it is learned: full-precision rows, gradients, and Adagrad's memory.
///
/// One Adagrad sum a row, not a number: a rare feature still takes large steps, and a step costs one
/// square root. Duchi, Hazan and Singer, "Adaptive subgradient methods", JMLR 2011.
struct WeightTable {
  private let seed: UInt64
  /// By bucket.
  var rows: [Embedding]
  /// By bucket, what was gathered since the last step.
  private(set) var gradients: [Embedding]
  private var memory: [Float]
  /// Buckets with a gradient since the last step, in the order they got it.
  private var pending: [Int] = []
  private var isPending: [Bool]
  private var wasTouched: [Bool]

  init(seed: UInt64) {
    self.seed = seed
    rows = (0..<FeatureHasher.buckets).map { bucket in
      let signs = SeededRow.signs(of: bucket, seed: seed)
      return Embedding(
        first: SIMD16<Float>(signs.first),
        second: SIMD16<Float>(signs.second),
        third: SIMD16<Float>(signs.third)
      ).scaled(by: SeededRow.scale)
    }
    gradients = [Embedding](repeating: .zero, count: FeatureHasher.buckets)
    memory = [Float](repeating: 0, count: FeatureHasher.buckets)
    isPending = [Bool](repeating: false, count: FeatureHasher.buckets)
    wasTouched = isPending
  }

  /// The weighted sum of the features' rows, not brought to length 1.
  func sum(of features: [Feature]) -> Embedding {
    var sum = Embedding()
    for feature in features {
      sum.add(rows[Int(feature.bucket)], weight: feature.weight)
    }
    return sum
  }

  /// Carries a gradient from a text's embedding back to its rows.
  ///
  /// With u the sum, e = u/|u| and g = ∂L/∂e, the derivative is ∂L/∂u = (g − (e·g) e) / |u|, and a
  /// row's is that times its weight. A zero sum has no direction to learn, and is passed over.
  mutating func accumulate(_ gradient: Embedding, features: [Feature], sum: Embedding) {
    let length = sum.dot(sum).squareRoot()
    guard length > 0 else { return }
    let unit = sum.scaled(by: 1 / length)
    var slope = gradient
    slope.add(unit, weight: -unit.dot(gradient))
    slope = slope.scaled(by: 1 / length)
    for feature in features {
      let bucket = Int(feature.bucket)
      if !isPending[bucket] {
        isPending[bucket] = true
        pending.append(bucket)
      }
      gradients[bucket].add(slope, weight: feature.weight)
    }
  }

  /// Moves every row that has a gradient, and forgets the gradients.
  mutating func step(_ learningRate: Float) {
    for bucket in pending {
      let gradient = gradients[bucket]
      let square = gradient.dot(gradient)
      if square > 0 {
        memory[bucket] += square / Float(Embedding.dimensions)
        rows[bucket].add(gradient, weight: -learningRate / memory[bucket].squareRoot())
        wasTouched[bucket] = true
      }
      gradients[bucket] = .zero
      isPending[bucket] = false
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// The table at 8 bits, with the rows that training moved.
  func quantized() -> Embedder {
    var trained = [UInt64](repeating: 0, count: Embedder.mapWords)
    var stored: [SIMD16<Int8>] = []
    var scales: [Float] = []
    for bucket in rows.indices where wasTouched[bucket] {
      trained[bucket >> 6] |= 1 << UInt64(bucket & 63)
      stored.append(contentsOf: QuantizedVector.parts(of: rows[bucket]))
      scales.append(QuantizedVector.greatest(rows[bucket].values) / 127)
    }
    return Embedder(seed: seed, trained: trained, rows: stored, scales: scales)
  }
}
