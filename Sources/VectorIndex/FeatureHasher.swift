/// Turns a masked text into hashed features: words, word pairs, and the letters inside words.
///
/// Words carry the meaning, pairs the order, and runs of 3 to 5 letters between boundary marks keep
/// an inflected or mistyped word near the right one: "marge" and "marges" share most of theirs.
/// Masks such as "⟨t⟩" are opaque: they count as words and in pairs, never letter by letter.
/// The hash is FNV-1a over UTF-8, so the same text has the same features on every machine.
package enum FeatureHasher {
  /// Number of buckets: 2^15.
  package static let buckets = 1 << 15

  private static let wordWeight: Float = 1
  private static let maskWeight: Float = 0.5
  private static let pairWeight: Float = 0.5
  /// Euclidean length of the weights of one word's letter runs, whatever the word's length.
  private static let letterWeight: Float = 1.2
  private static let runLengths = 3...5

  /// The first scalar of every mask token, "⟨" (U+27E8), as its UTF-8 bytes.
  private static let maskMark: [UInt8] = [0xE2, 0x9F, 0xA8]

  /// Features of a text, one a bucket, in ascending order of bucket.
  ///
  /// The tokens are folded, in order, with masks in place of names, numbers and dates.
  package static func features(of tokens: [String]) -> [Feature] {
    var packed: [UInt64] = []
    packed.reserveCapacity(tokens.count * 24)
    var letters: [UInt8] = []
    for (index, token) in tokens.enumerated() {
      letters.removeAll(keepingCapacity: true)
      letters.append(wordStart)
      letters.append(contentsOf: token.utf8)
      letters.append(wordEnd)
      let isMask = letters.dropFirst().starts(with: maskMark)
      let word = hash(letters[...], from: wordBasis)
      packed.append(pack(word, isMask ? maskWeight : wordWeight))
      if index + 1 < tokens.count {
        var pair = hash(letters[...], from: pairBasis)
        for byte in tokens[index + 1].utf8 {
          pair = mix(pair, byte)
        }
        packed.append(pack(pair, pairWeight))
      }
      if !isMask {
        appendLetterRuns(of: letters, to: &packed)
      }
    }
    packed.sort()
    return merged(packed)
  }

  /// Whether a token stands for a masked span rather than for a word the user wrote.
  package static func isMask(_ token: String) -> Bool {
    token.utf8.starts(with: maskMark)
  }

  /// Runs of bytes: folded text is ASCII almost everywhere, and elsewhere any fixed cut will do.
  private static func appendLetterRuns(of letters: [UInt8], to packed: inout [UInt64]) {
    let count = runLengths.reduce(0) { $0 + max(0, letters.count - $1 + 1) }
    guard count > 0 else { return }
    let weight = letterWeight / Float(count).squareRoot()
    for start in 0..<(letters.count - runLengths.lowerBound + 1) {
      var state = letterBasis
      for length in 1...min(runLengths.upperBound, letters.count - start) {
        state = mix(state, letters[start + length - 1])
        if length >= runLengths.lowerBound {
          packed.append(pack(state, weight))
        }
      }
    }
  }

  /// Adds up the weights of equal buckets.
  private static func merged(_ packed: [UInt64]) -> [Feature] {
    var features: [Feature] = []
    features.reserveCapacity(packed.count)
    for entry in packed {
      let bucket = UInt16(truncatingIfNeeded: entry >> 32)
      let weight = Float(bitPattern: UInt32(truncatingIfNeeded: entry))
      if let last = features.indices.last, features[last].bucket == bucket {
        features[last].weight += weight
      } else {
        features.append(Feature(bucket: bucket, weight: weight))
      }
    }
    return features
  }

  // MARK: Hash

  private static let wordStart: UInt8 = 0x02
  private static let wordEnd: UInt8 = 0x03
  /// FNV-1a's offset basis, moved by one for each kind, so that "ca" the word is not "ca" the run.
  private static let wordBasis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let pairBasis: UInt64 = wordBasis &+ 1
  private static let letterBasis: UInt64 = wordBasis &+ 2

  private static func mix(_ state: UInt64, _ byte: UInt8) -> UInt64 {
    (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func hash(_ bytes: ArraySlice<UInt8>, from basis: UInt64) -> UInt64 {
    bytes.reduce(basis, mix)
  }

  /// Bucket above, weight below: sorting these numbers sorts by bucket, then by weight.
  ///
  /// FNV's low bits are weak on short keys; the multiplication brings all bits to the top 15.
  private static func pack(_ state: UInt64, _ weight: Float) -> UInt64 {
    let bucket = ((state ^ (state >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> 49
    return bucket << 32 | UInt64(weight.bitPattern)
  }
}
