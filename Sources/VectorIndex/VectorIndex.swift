/// The labelled examples as points, searched by comparing with every one: exact and stable.
///
/// Examples are stored at 8 bits a dimension, grouped by label, labels in ascending order.
package struct VectorIndex: Sendable {
  /// Labels in ascending order, each once.
  package let labels: [String]
  /// Fingerprint of the embedder that placed the examples: queries must come from the same one.
  package let embedderFingerprint: UInt64
  /// By label, one past its last example.
  let ends: [Int]
  /// Three parts of 16 numbers for each example.
  let vectors: [SIMD16<Int8>]
  /// By example, one over the length of its quantised vector; zero for a zero vector.
  let inverseLengths: [Float]

  /// Number of examples: equal texts of one label count once.
  package var count: Int { inverseLengths.count }

  /// Places every example.
  package init(texts: [LabelledText], embedder: Embedder) {
    var byLabel: [String: Set<[String]>] = [:]
    var ordered: [String: [[String]]] = [:]
    for text in texts where byLabel[text.label, default: []].insert(text.tokens).inserted {
      ordered[text.label, default: []].append(text.tokens)
    }
    let labels = ordered.keys.sorted()
    var ends: [Int] = []
    var vectors: [SIMD16<Int8>] = []
    for label in labels {
      for tokens in ordered[label, default: []] {
        vectors.append(contentsOf: QuantizedVector.parts(of: embedder.embed(tokens)))
      }
      ends.append(vectors.count / 3)
    }
    self.init(
      labels: labels,
      ends: ends,
      vectors: vectors,
      embedderFingerprint: embedder.fingerprint
    )
  }

  init(labels: [String], ends: [Int], vectors: [SIMD16<Int8>], embedderFingerprint: UInt64) {
    self.labels = labels
    self.ends = ends
    self.vectors = vectors
    self.embedderFingerprint = embedderFingerprint
    inverseLengths = QuantizedVector.inverseLengths(of: vectors)
  }

  /// The labels whose nearest example is nearest, best first, equal scores in order of label.
  ///
  /// - Parameters:
  ///   - query: where a text lies, from the embedder that placed the examples.
  ///   - count: how many labels to give at most.
  /// - Returns: nothing for the zero vector, which is like no text.
  package func nearest(to query: Embedding, count: Int) -> [Match] {
    guard count > 0, let numbers = QuantizedVector.Query(query) else { return [] }
    var best = BestLabels(capacity: min(count, labels.count))
    vectors.withUnsafeBufferPointer { vectors in
      guard var example = vectors.baseAddress else { return }
      inverseLengths.withUnsafeBufferPointer { inverseLengths in
        var index = 0
        for (label, end) in ends.enumerated() {
          var score = -Float.infinity
          while index < end {
            let dot = QuantizedVector.dot(example, numbers)
            score = max(score, Float(dot) * inverseLengths[index])
            example += 3
            index += 1
          }
          best.offer(label, score: score)
        }
      }
    }
    return best.entries.map { entry in
      Match(label: labels[entry.label], score: min(1, max(-1, entry.score * numbers.inverseLength)))
    }
  }
}
