/// The words left when letters are deleted, by which misspelt words meet the right ones.
///
/// SymSpell's symmetric deletes (W. Garbe, 2012): two words within k edits share a form reachable
/// by at most k deletions from each. Only the first `prefixLength` letters take part, which bounds
/// the forms of any word at 29; the survivors are then compared in full.
enum DeleteNeighbourhood {
  /// Letters of a word that are varied.
  static let prefixLength = 7

  /// Calls `body` with the mixed hash of each form of a word after at most `edits` (0…2) deletions.
  ///
  /// A form may come twice when letters repeat.
  @inline(__always)
  static func forEachForm(
    of word: UnsafeBufferPointer<UInt8>,
    edits: Int,
    _ body: (UInt64) -> Void
  ) {
    let count = min(word.count, prefixLength)
    body(form(word, count, skipping: -1, -1))
    guard edits > 0 else { return }
    for first in 0..<count {
      body(form(word, count, skipping: first, -1))
      guard edits > 1 else { continue }
      for second in (first + 1)..<max(count, first + 1) {
        body(form(word, count, skipping: first, second))
      }
    }
  }

  /// Number of calls `forEachForm` makes.
  static func formCount(length: Int, edits: Int) -> Int {
    let count = min(length, prefixLength)
    return 1 + (edits > 0 ? count : 0) + (edits > 1 ? count * (count - 1) / 2 : 0)
  }

  /// Deletions allowed in an indexed word of a length.
  static func indexedEdits(length: Int) -> Int {
    TypoDistance.limit(length, length)
  }

  @inline(__always)
  private static func form(
    _ word: UnsafeBufferPointer<UInt8>,
    _ count: Int,
    skipping first: Int,
    _ second: Int
  ) -> UInt64 {
    var hash = Hashing.seed
    for index in 0..<count where index != first && index != second {
      hash = Hashing.append(word[index], to: hash)
    }
    return Hashing.mix(hash)
  }
}
