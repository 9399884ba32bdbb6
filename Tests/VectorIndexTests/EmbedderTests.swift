import Testing

@testable import VectorIndex

struct EmbedderTests {
  private let embedder = Embedder.untrained()

  @Test("an embedding has length 1, and no token at all is the zero vector")
  func length() {
    let embedding = embedder.embed(["stock", "de", "⟨v:product⟩"])
    #expect(abs(embedding.dot(embedding) - 1) < 1e-5)
    #expect(embedder.embed([]).isZero)
  }

  @Test("an embedding is made of its values and back")
  func values() {
    let embedding = embedder.embed(["marge"])
    #expect(Embedding(embedding.values) == embedding)
    let plain = embedding.values.reduce(0) { $0 + $1 * $1 }
    #expect(abs(plain - embedding.dot(embedding)) < 1e-5)
  }

  @Test("seeded signs are ±127, as the bits say, and about as often one as the other")
  func signs() {
    var positive = 0
    for bucket in 0..<500 {
      let row = SeededRow.signs(of: bucket, seed: 7)
      var generator = SplitMix64(seed: 7 &+ UInt64(bucket) &* 0xD6E8_FEB8_6659_FD93)
      let bits = generator.next()
      for (part, numbers) in [row.first, row.second, row.third].enumerated() {
        for lane in 0..<16 {
          let bit = bits >> UInt64(part * 16 + lane) & 1
          #expect(numbers[lane] == (bit == 1 ? 127 : -127))
          positive += Int(bit)
        }
      }
    }
    #expect((11_500...12_500).contains(positive))
  }

  @Test(
    "even untrained, a mistyped word stays nearer than another word",
    arguments: [
      ("fournisseur", "fournissuer", "entrepot"),
      ("supplier", "suplier", "warehouse"),
      ("commandes", "commande", "marges"),
      ("inventory", "inventroy", "delivery"),
    ]
  )
  func typos(word: String, mistyped: String, other: String) {
    let place = embedder.embed([word])
    #expect(place.dot(embedder.embed([mistyped])) > place.dot(embedder.embed([other])) + 0.2)
  }
}
