import Glibc
import SQLiteStore
import Testing
import Values

@testable import DemoData

@Suite("The demonstration is the same every time")
struct DemoReproducibilityTests {
  @Test("the same seed gives the same bytes, another one does not")
  func bytes() throws {
    let paths = (1...3).map { DemoFixture.temporaryPath("bytes-\($0)") }
    defer { paths.forEach { unlink($0) } }
    try DemoDatabase.write(to: paths[0], seed: 7, scale: 0.005)
    try DemoDatabase.write(to: paths[1], seed: 7, scale: 0.005)
    try DemoDatabase.write(to: paths[2], seed: 8, scale: 0.005)
    let first = DemoFixture.bytes(of: paths[0])
    #expect(first.count > 500_000)
    #expect(first == DemoFixture.bytes(of: paths[1]))
    #expect(first != DemoFixture.bytes(of: paths[2]))
  }

  // Hashing is seeded anew in every process, so only a number written down here can tell that
  // nothing depends on it. It changes whenever the content of the demonstration does.
  @Test("the rows are those of every other process and machine")
  func digest() {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for table in DemoShop(seed: 7, scale: 0.005).tables {
      for index in 0..<table.count {
        for byte in "\(table.row(index))".utf8 {
          digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
        }
      }
    }
    #expect(digest == 10_119_439_108_122_874_982)
  }

  @Test("the generator draws the published sequence")
  func published() {
    var random = SplitMix64(state: 1_234_567)
    let drawn = (0..<3).map { _ in random.next() }
    #expect(
      drawn == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
    )
  }

  @Test("counts have the mean they are drawn around", arguments: [0.4, 2.5, 9, 120])
  func counts(mean: Double) {
    var random = SplitMix64(state: 1)
    let total = (0..<4000).reduce(0) { sum, _ in sum + random.count(around: mean) }
    #expect(abs(Double(total) / 4000 - mean) < 0.12 * mean)
  }

  @Test("weights are respected")
  func weights() {
    var random = SplitMix64(state: 2)
    let drawn = (0..<4000).map { _ in random.weighted([("a", 3), ("b", 0), ("c", 1)]) }
    #expect(!drawn.contains("b"))
    #expect(abs(Double(drawn.count { $0 == "a" }) / 4000 - 0.75) < 0.03)
    let positions = (0..<4000).map { _ in random.index(inCumulative: [5, 5, 6, 9], from: 1) }
    #expect(Set(positions) == [2, 3])
  }

  @Test("progress runs from nothing to all, table by table")
  func progress() throws {
    let path = DemoFixture.temporaryPath("progress")
    defer { unlink(path) }
    var shares: [Double] = []
    var tables: [String] = []
    try DemoDatabase.write(to: path, scale: 0.002) { share, table in
      shares.append(share)
      if !table.isEmpty { tables.append(table) }
    }
    #expect(shares.first == 0)
    #expect(shares.last == 1)
    #expect(shares == shares.sorted())
    #expect(Set(tables).count == 18)
  }

  @Test("a file that exists is kept unless told otherwise")
  func existing() throws {
    let path = DemoFixture.temporaryPath("existing")
    defer { unlink(path) }
    let file = try #require(fopen(path, "w"))
    fputs("mine", file)
    fclose(file)
    #expect(throws: (any Error).self) { try DemoDatabase.write(to: path, scale: 0.002) }
    #expect(DemoFixture.bytes(of: path) == Array("mine".utf8))
  }
}
