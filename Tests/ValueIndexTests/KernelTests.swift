import SeedSupport
import Testing

@testable import ValueIndex

@Suite struct KernelTests {
  @Test("Set operations agree with those of the standard library")
  func sets() {
    var generator = SplitMix64(seed: 11)
    for round in 0..<200 {
      let sizes = [0, 1, 5, 40, 700]
      let left = random(sizes[round % 5], &generator)
      let right = random(sizes[round / 5 % 5], &generator)
      let bits = (bits(left), bits(right))
      let expected = Set(left).intersection(right).sorted()
      for (leftBits, rightBits) in [(false, false), (true, false), (false, true), (true, true)] {
        left.withUnsafeBufferPointer { leftList in
          right.withUnsafeBufferPointer { rightList in
            bits.0.withUnsafeBufferPointer { first in
              bits.1.withUnsafeBufferPointer { second in
                var shared: [UInt32] = []
                PostingSets.intersect(
                  Postings(list: leftList, bits: leftBits ? first.baseAddress : nil),
                  Postings(list: rightList, bits: rightBits ? second.baseAddress : nil),
                  into: &shared
                )
                #expect(shared == expected)
              }
            }
          }
        }
      }
      #expect(PostingSets.sortedUnique(left + right) == Set(left).union(right).sorted())
    }
  }

  private func random(_ count: Int, _ generator: inout SplitMix64) -> [UInt32] {
    Set((0..<count).map { _ in UInt32.random(in: 0..<2_000, using: &generator) }).sorted()
  }

  private func bits(_ numbers: [UInt32]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 32)
    for number in numbers { bits[Int(number / 64)] |= 1 << UInt64(number % 64) }
    return bits
  }

  @Test("The distance agrees with the plain dynamic programme")
  func distances() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<3_000 {
      let left = word(&generator)
      var right = left
      for _ in 0..<Int.random(in: 0...3, using: &generator) { edit(&right, &generator) }
      let expected = plainDistance(left, right)
      for limit in 0...2 {
        let found = left.withUnsafeBufferPointer { first in
          right.withUnsafeBufferPointer { TypoDistance.between(first, $0, limit: limit) }
        }
        #expect(found == min(expected, limit + 1), "\(left) \(right) \(limit)")
      }
    }
  }

  @Test("Words within the edits allowed share a form after deletions")
  func deletes() {
    var generator = SplitMix64(seed: 9)
    for _ in 0..<2_000 {
      let left = word(&generator) + word(&generator)
      var right = left
      for _ in 0..<2 { edit(&right, &generator) }
      let limit = TypoDistance.limit(left.count, right.count)
      guard limit > 0, plainDistance(left, right) <= limit else { continue }
      let indexed = forms(left, DeleteNeighbourhood.indexedEdits(length: left.count))
      let asked = forms(right, DeleteNeighbourhood.indexedEdits(length: right.count))
      #expect(!indexed.isDisjoint(with: asked), "\(left) \(right)")
    }
  }

  private func forms(_ word: [UInt8], _ edits: Int) -> Set<UInt64> {
    var forms: Set<UInt64> = []
    var calls = 0
    word.withUnsafeBufferPointer {
      DeleteNeighbourhood.forEachForm(of: $0, edits: edits) {
        forms.insert($0)
        calls += 1
      }
    }
    #expect(calls == DeleteNeighbourhood.formCount(length: word.count, edits: edits))
    return forms
  }

  private func word(_ generator: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: 0...7, using: &generator)).map { _ in
      UInt8.random(in: 0x61...0x64, using: &generator)
    }
  }

  private func edit(_ word: inout [UInt8], _ generator: inout SplitMix64) {
    let letter = UInt8.random(in: 0x61...0x64, using: &generator)
    let place = Int.random(in: 0...word.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: word.insert(letter, at: place)
    case 1 where place < word.count: word.remove(at: place)
    case 2 where place < word.count: word[place] = letter
    case 3 where place + 1 < word.count: word.swapAt(place, place + 1)
    default: break
    }
  }

  /// Optimal string alignment over the whole table, as the textbook has it.
  private func plainDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = Array(repeating: Array(0...right.count), count: left.count + 1)
    for i in 0...left.count { table[i][0] = i }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    for i in 1...left.count {
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }
}
