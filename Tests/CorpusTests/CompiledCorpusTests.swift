import SemanticModel
import Testing

@testable import Corpus

@Suite("The compiled corpus")
struct CompiledCorpusTests {
  private func sample() throws -> Corpus {
    try #require(
      CorpusReader.read(SampleCorpus.sources(), markers: SampleCorpus.markers).corpus
    )
  }

  @Test("reading it back gives the same corpus")
  func roundTrip() throws {
    let corpus = try sample()
    let copy = try Corpus(compiled: corpus.compiled)
    #expect(copy.model.datasets == corpus.model.datasets)
    #expect(copy.model.dimensions == corpus.model.dimensions)
    #expect(copy.model.metrics == corpus.model.metrics)
    #expect(copy.model.segments == corpus.model.segments)
    #expect(copy.model.analyses == corpus.model.analyses)
    #expect(copy.entries == corpus.entries)
    #expect(copy.translations == corpus.translations)
    #expect(copy.openers == corpus.openers)
    #expect(copy.examples == corpus.examples)
    #expect(copy.confusable == corpus.confusable)
    #expect(copy.hash == corpus.hash)
    #expect(copy.documents == corpus.documents)
    #expect(copy.compiled == corpus.compiled)
  }

  @Test("every form of formula comes back")
  func formulas() throws {
    let metric = """
      kind: metric
      name: odd
      dataset: sales
      expression: >-
        sum(if(not (unit_price is null) and quantity not in (1, -2.5), abs(quantity), null))
        + count() / max(coalesce(product.supplier, 'x')) - min(days(order_date, now()) * 2)
      unit: number
      label: {fr: {one: étrange, many: étranges, gender: m}, en: {one: odd, many: odds}}
      description: {fr: Rien., en: Nothing.}
      """
    let (read, problems) = CorpusReader.read(
      SampleCorpus.sources(with: ["metrics/odd.yaml": metric]),
      markers: SampleCorpus.markers
    )
    #expect(problems.isEmpty)
    let corpus = try #require(read)
    let copy = try Corpus(compiled: corpus.compiled)
    #expect(copy.model.metrics["odd"]?.expression == corpus.model.metrics["odd"]?.expression)
    #expect(copy.formulas == corpus.formulas)
  }

  @Test("any byte altered is noticed, and never traps")
  func alteredBytes() throws {
    let bytes = try sample().compiled
    for index in stride(from: 0, to: bytes.count, by: 7) where !(8..<16).contains(index) {
      var altered = bytes
      altered[index] ^= 0x15
      #expect(throws: CompiledCorpusError.self) { try Corpus(compiled: altered) }
    }
  }

  @Test("a damaged body with a right checksum never traps")
  func damagedBody() throws {
    let bytes = try sample().compiled
    for index in stride(from: 24, to: bytes.count, by: 5) {
      var altered = bytes
      altered[index] = altered[index] &+ 0x91
      var checksum = Fingerprint()
      checksum.add(block: altered, from: 24)
      for byte in 0..<8 {
        altered[16 + byte] = UInt8(truncatingIfNeeded: checksum.value >> UInt64(8 * byte))
      }
      _ = try? Corpus(compiled: altered)
    }
  }

  @Test("a file cut short is refused", arguments: [0, 7, 23, 24, 25, 400])
  func cutShort(_ length: Int) throws {
    let bytes = try sample().compiled
    #expect(throws: CompiledCorpusError.self) { try Corpus(compiled: Array(bytes.prefix(length))) }
  }

  @Test("the hash follows paths and bytes")
  func hash() {
    let one = SourceFile(path: "a.yaml", bytes: [1, 2])
    let moved = SourceFile(path: "b.yaml", bytes: [1, 2])
    let changed = SourceFile(path: "a.yaml", bytes: [1, 3])
    let hashes = [[], [one], [moved], [changed], [one, moved]].map { Fingerprint.of($0) }
    #expect(Set(hashes).count == hashes.count)
    var known = Fingerprint()
    known.add("foobar".utf8)
    #expect(known.value == 0x8594_4171_f739_67e8)  // from the authors' test vectors
  }
}
