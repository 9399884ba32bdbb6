import Glibc
import Testing

@testable import VectorIndex

struct VectorFileTests {
  private static let embedder: Embedder = {
    var configuration = TrainingConfiguration()
    configuration.epochs = 1
    return EmbedderTrainer.train(
      Array(BilingualTexts.learned.prefix(40)),
      configuration: configuration
    )
  }()

  private static let index = VectorIndex(texts: BilingualTexts.learned, embedder: embedder)

  @Test("an embedder comes back from its bytes with the same vectors, in less than 2 MB")
  func embedderRoundTrip() throws {
    let bytes = Self.embedder.bytes
    let back = try Embedder(bytes: bytes)
    #expect(back.bytes == bytes)
    #expect(back.fingerprint == Self.embedder.fingerprint)
    for text in BilingualTexts.heldOut {
      #expect(back.embed(text.tokens) == Self.embedder.embed(text.tokens))
    }
    let fullSize = 32 + 4_096 + FeatureHasher.buckets * 52
    #expect(bytes.count < fullSize && fullSize < 2_000_000)
  }

  @Test("an untrained embedder is a header and a map")
  func untrainedRoundTrip() throws {
    let bytes = Embedder.untrained().bytes
    #expect(bytes.count == 32 + 4_096)
    #expect(try Embedder(bytes: bytes).fingerprint == Embedder.untrained().fingerprint)
  }

  @Test("an index comes back from its bytes with the same answers, and knows its embedder")
  func indexRoundTrip() throws {
    let bytes = Self.index.bytes
    let back = try VectorIndex(bytes: bytes)
    #expect(back.bytes == bytes)
    #expect(back.labels == Self.index.labels)
    #expect(back.embedderFingerprint == Self.embedder.fingerprint)
    for text in BilingualTexts.heldOut {
      let query = Self.embedder.embed(text.tokens)
      #expect(back.nearest(to: query, count: 5) == Self.index.nearest(to: query, count: 5))
    }
  }

  @Test("any changed byte is noticed")
  func corruption() {
    let files = [Self.index.bytes, Embedder.untrained().bytes]
    for file in files {
      var generator = SplitMix64(seed: 11)
      let places = Array(0..<48) + (0..<60).map { _ in generator.below(file.count) }
      for place in places {
        var damaged = file
        damaged[place] ^= 1 << UInt8(generator.below(8))
        #expect(throws: VectorIndexError.self) { try Embedder(bytes: damaged) }
        #expect(throws: VectorIndexError.self) { try VectorIndex(bytes: damaged) }
      }
    }
  }

  @Test("a cut or lengthened file is refused", arguments: [0, 10, 31, 32, 33, 1_000])
  func length(kept: Int) {
    let file = Self.index.bytes
    #expect(throws: VectorIndexError.self) { try VectorIndex(bytes: Array(file.prefix(kept))) }
    #expect(throws: VectorIndexError.self) { try VectorIndex(bytes: file + [0]) }
    #expect(throws: VectorIndexError.self) { try VectorIndex(bytes: file.dropLast()) }
  }

  @Test("the refusal says what is wrong")
  func reasons() {
    let file = Embedder.untrained().bytes
    func changed(_ place: Int, to byte: UInt8) -> [UInt8] {
      var bytes = file
      bytes[place] = byte
      return bytes
    }
    #expect(throws: VectorIndexError.wrongKind) { try Embedder(bytes: Self.index.bytes) }
    #expect(throws: VectorIndexError.wrongKind) { try VectorIndex(bytes: file) }
    #expect(throws: VectorIndexError.truncated) { try Embedder(bytes: []) }
    #expect(throws: VectorIndexError.unsupportedVersion(9)) {
      try Embedder(bytes: changed(4, to: 9))
    }
    #expect(throws: VectorIndexError.unsupportedDimensions(64)) {
      try Embedder(bytes: changed(8, to: 64))
    }
    #expect(throws: VectorIndexError.badChecksum) { try Embedder(bytes: changed(100, to: 1)) }
  }

  @Test("content that contradicts itself under a right checksum is refused")
  func inconsistent() {
    func sealed(
      _ kind: BinaryFrame.Kind,
      _ count: Int,
      _ content: [UInt8]
    ) -> [UInt8] { BinaryFrame.seal(kind, count: count, tag: 1, content: content) }
    var map = [UInt8](repeating: 0, count: 4_096)
    #expect(throws: VectorIndexError.inconsistent) {
      try Embedder(bytes: sealed(.embedder, 1, map))
    }
    map[3] = 1
    let row = [UInt8](repeating: 1, count: 48)
    let infinite: [UInt8] = [0, 0, 0x80, 0x7F]
    #expect(throws: VectorIndexError.inconsistent) {
      try Embedder(bytes: sealed(.embedder, 1, map + infinite + row))
    }
    #expect(throws: VectorIndexError.truncated) {
      try Embedder(bytes: sealed(.embedder, 1, map + [0, 0, 0, 0]))
    }
    func labels(_ texts: [UInt8], ends: [UInt8]) -> [UInt8] {
      let numbers = [UInt8(ends.count)] + ends + (1...ends.count).map { UInt8($0) }
      let words = numbers.flatMap { number -> [UInt8] in [number, 0, 0, 0] }
      return words + texts + [UInt8](repeating: 1, count: 48 * Int(ends.last ?? 0))
    }
    let good = sealed(.prototypes, 2, labels([0x61, 0x62], ends: [1, 2]))
    #expect(throws: Never.self) { try VectorIndex(bytes: good) }
    for (texts, ends, count) in [
      ([0x62, 0x61], [1, 2], 2), ([0x61, 0x61], [1, 2], 2), ([0x61, 0xFF], [1, 2], 2),
      ([0x61, 0x62], [2, 2], 2), ([0x61, 0x62], [0, 2], 2),
    ] as [([UInt8], [UInt8], Int)] {
      #expect(throws: VectorIndexError.inconsistent) {
        try VectorIndex(bytes: sealed(.prototypes, count, labels(texts, ends: ends)))
      }
    }
  }

  @Test("a file is written whole, replaced whole, and read back")
  func disk() throws {
    let path = "/tmp/optiflow-vector-file-\(getpid()).bin"
    defer { unlink(path) }
    for bytes in [Self.index.bytes, [1, 2, 3], []] {
      try VectorFile.write(bytes, to: path)
      #expect(try VectorFile.read(path) == bytes)
      #expect(access(path + ".new", F_OK) != 0)
    }
  }

  @Test("a file that cannot be read or written gives the system's error")
  func absent() {
    #expect(throws: VectorIndexError.system(ENOENT)) {
      try VectorFile.read("/tmp/no-such-folder/x")
    }
    #expect(throws: VectorIndexError.system(ENOENT)) {
      try VectorFile.write([1], to: "/tmp/no-such-folder/x")
    }
  }
}
