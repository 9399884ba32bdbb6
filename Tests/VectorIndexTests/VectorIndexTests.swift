import Testing

@testable import VectorIndex

struct VectorIndexTests {
  private static let embedder = Embedder.untrained()
  private static let index = VectorIndex(texts: BilingualTexts.learned, embedder: embedder)

  private static let places = BilingualTexts.learned
    .map { (label: $0.label, values: embedder.embed($0.tokens).values) }

  /// Labels by their greatest cosine, from floats and by the simplest loops.
  private static func bruteForce(_ query: Embedding) -> [Match] {
    var best: [String: Float] = [:]
    let query = query.values
    for (label, values) in places {
      let cosine = zip(values, query).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      best[label] = max(best[label] ?? -1, cosine)
    }
    return best.map { Match(label: $0.key, score: $0.value) }
      .sorted { ($1.score, $0.label) < ($0.score, $1.label) }
  }

  @Test("the scan finds the order of a naive float search, up to the rounding of 8 bits")
  func bruteForceOrder() {
    for text in BilingualTexts.heldOut {
      let query = Self.embedder.embed(text.tokens)
      let expected = Self.bruteForce(query)
      let found = Self.index.nearest(to: query, count: expected.count)
      let scores = Dictionary(uniqueKeysWithValues: expected.map { ($0.label, $0.score) })
      #expect(found.count == expected.count)
      for match in found {
        #expect(abs(match.score - scores[match.label, default: 9]) < 0.012)
      }
      for (better, worse) in zip(found, found.dropFirst()) {
        let gap = scores[worse.label, default: 9] - scores[better.label, default: -9]
        #expect(gap < 0.02, "\(worse.label) before \(better.label)")
      }
    }
  }

  @Test("the product by shifts is the product of whole numbers", arguments: 0..<50)
  func exactProduct(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let extremes: [Int8] = [-127, 127]
    func numbers() -> [Int8] {
      (0..<48).map { _ in
        seed < 10 ? extremes[generator.below(2)] : Int8(generator.below(255) - 127)
      }
    }
    let (example, other) = (numbers(), numbers())
    let parts = stride(from: 0, to: 48, by: 16).map { SIMD16(example[$0..<($0 + 16)]) }
    let query = Embedding(other.map { Float($0) })
    let whole = QuantizedVector.parts(of: query).flatMap { part in part.indices.map { part[$0] } }
    let expected = zip(example, whole).reduce(Int32(0)) { $0 + Int32($1.0) * Int32($1.1) }
    let split = QuantizedVector.Query(query)
    let found = parts.withUnsafeBufferPointer { parts in
      parts.baseAddress.flatMap { base in split.map { QuantizedVector.dot(base, $0) } }
    }
    #expect(found == expected)
  }

  @Test("the very text of an example scores 1 and comes first", arguments: BilingualTexts.learned)
  func identity(text: LabelledText) throws {
    let found = Self.index.nearest(to: Self.embedder.embed(text.tokens), count: 2)
    let first = try #require(found.first)
    #expect(abs(first.score - 1) < 1e-6)
    #expect(first.label == text.label || found.last?.score == first.score)
  }

  @Test("equal scores are given in order of label, whatever the order of the texts")
  func ties() {
    let texts = ["zeta", "alpha", "mu"].map { LabelledText(tokens: ["stock"], label: $0) }
    for order in [texts, texts.reversed()] {
      let index = VectorIndex(texts: order, embedder: Self.embedder)
      let query = Self.embedder.embed(["stock"])
      #expect(index.nearest(to: query, count: 3).map(\.label) == ["alpha", "mu", "zeta"])
      #expect(index.nearest(to: query, count: 2).map(\.label) == ["alpha", "mu"])
    }
  }

  @Test("at most as many labels are given as asked for, best first", arguments: [0, 1, 7, 25, 90])
  func count(asked: Int) {
    let query = Self.embedder.embed(["stock"])
    let found = Self.index.nearest(to: query, count: asked)
    #expect(found.count == min(asked, 25))
    let all = Self.index.nearest(to: query, count: 25)
    #expect(found == Array(all.prefix(asked)))
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
  }

  @Test("nothing is near the zero vector, and nothing is near in an empty index")
  func nothing() {
    #expect(Self.index.nearest(to: .zero, count: 3).isEmpty)
    let empty = VectorIndex(texts: [], embedder: Self.embedder)
    #expect(empty.nearest(to: Self.embedder.embed(["ca"]), count: 3).isEmpty)
  }

  @Test("equal texts of a label count once")
  func duplicates() {
    let text = LabelledText(tokens: ["ca"], label: "revenue")
    let other = LabelledText(tokens: ["ca"], label: "orders")
    #expect(VectorIndex(texts: [text, other, text], embedder: Self.embedder).count == 2)
  }
}
