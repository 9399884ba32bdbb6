import SeedSupport
import Glibc
import Testing
import ValueIndex
import Values

@Suite struct StorageTests {
  @Test("An index read back gives the same answers")
  func roundTrip() throws {
    let copy = try ValueIndex(bytes: Shop.index.bytes)
    #expect(copy.bytes == Shop.index.bytes)
    #expect(copy.count == Shop.names.count)
    #expect(copy.dimensions == [1, 2, 3, 4, 5, 6])
    for question in ["sean miler", "global troy executive", "ca-2015-161046", "chaise"] {
      let tokens = Shop.tokens(question)
      #expect(copy.matches(in: tokens) == Shop.index.matches(in: tokens))
    }
  }

  @Test("A mapped file gives the same answers")
  func mapped() throws {
    let path = "/tmp/value-index-test-\(getpid())"
    let file = try #require(fopen(path, "w"))
    defer { unlink(path) }
    Shop.index.withBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
    let copy = try ValueIndex(mapping: path)
    #expect(copy.matches(in: ["sean", "miler"]) == Shop.index.matches(in: ["sean", "miler"]))
  }

  @Test("A missing file is unreadable")
  func missing() {
    #expect(throws: ValueIndexError.unreadable(code: ENOENT)) {
      try ValueIndex(mapping: "/nowhere/at/all")
    }
  }

  @Test("Other bytes are not an index", arguments: [0, 1, 31, 32, 5_000])
  func foreign(_ count: Int) {
    #expect(throws: ValueIndexError.notAnIndex) {
      try ValueIndex(bytes: [UInt8](repeating: 0x41, count: count))
    }
  }

  @Test("Bytes cut short or added are refused")
  func length() {
    let bytes = Shop.index.bytes
    #expect(throws: ValueIndexError.length(found: bytes.count - 1, expected: bytes.count)) {
      try ValueIndex(bytes: bytes.dropLast())
    }
    #expect(throws: ValueIndexError.length(found: bytes.count + 1, expected: bytes.count)) {
      try ValueIndex(bytes: bytes + [0])
    }
  }

  @Test("Another version is named")
  func version() {
    var bytes = Shop.index.bytes
    bytes[8] = 99
    #expect(throws: ValueIndexError.version(found: 99, expected: 1)) {
      try ValueIndex(bytes: bytes)
    }
  }

  @Test("One flipped bit anywhere is refused")
  func flipped() {
    let bytes = Shop.index.bytes
    var generator = SplitMix64(seed: 3)
    for _ in 0..<300 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &generator)] ^=
        1 << UInt8.random(in: 0..<8, using: &generator)
      #expect(throws: ValueIndexError.self) { try ValueIndex(bytes: damaged) }
    }
  }

  @Test("Swapped blocks are refused")
  func swapped() {
    var bytes = Shop.index.bytes
    let middle = bytes.count / 2
    for offset in 0..<64 { bytes.swapAt(middle + offset, middle + 256 + offset) }
    #expect(throws: ValueIndexError.corrupted) { try ValueIndex(bytes: bytes) }
  }
}
