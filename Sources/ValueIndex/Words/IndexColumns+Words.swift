/// A word of the vocabulary near one of the question.
struct NearWord {
  /// How it is near.
  enum Kind: UInt8 {
    case exact, plural, typo, prefix
  }

  /// Its number.
  var token: UInt32
  /// How it is near.
  var kind: Kind
  /// Edits; 0 but for typos.
  var distance: Int
  /// How alike the two words are, 0…1.
  var likeness: Float
}

extension IndexColumns {
  /// The number of a folded word; nil when no name has it.
  func token(_ word: UnsafeBufferPointer<UInt8>) -> UInt32? {
    let coding = TaggedSlots(itemCount: tokenCount)
    let hash = Hashing.mix(Hashing.append(word, to: Hashing.seed))
    var slot = Int(truncatingIfNeeded: hash) & (tokenSlots.count - 1)
    while tokenSlots[slot] != 0 {
      if let token = coding.item(tokenSlots[slot], hash: hash),
        bytes(ofToken: token).elementsEqual(word)
      {
        return token
      }
      slot = (slot + 1) & (tokenSlots.count - 1)
    }
    return nil
  }

  /// The number of a folded word; nil when no name has it.
  func token(_ word: [UInt8]) -> UInt32? {
    word.withUnsafeBufferPointer { token($0) }
  }

  /// Singular and plural forms of a word that names have.
  func pluralWords(of word: [UInt8]) -> [NearWord] {
    PluralForms.forms(of: word).compactMap { form in
      token(form).map { NearWord(token: $0, kind: .plural, distance: 0, likeness: 0.97) }
    }
  }

  /// Words at 1…`maxEdits` edits of a word of letters, nearest first, then alphabetically.
  func misspeltWords(of word: [UInt8], maxEdits: Int) -> [NearWord] {
    let edits = min(maxEdits, TypoDistance.limit(word.count, word.count))
    guard edits > 0, word.count <= 64 else { return [] }
    let coding = TaggedSlots(itemCount: tokenCount)
    let mask = UInt64(deleteOffsets.count - 2)
    var found: [UInt32] = []
    return word.withUnsafeBufferPointer { word in
      DeleteNeighbourhood.forEachForm(of: word, edits: edits) { hash in
        let bucket = Int(hash & mask)
        for place in Int(deleteOffsets[bucket])..<Int(deleteOffsets[bucket + 1]) {
          guard let token = coding.item(deleteEntries[place], hash: hash) else { continue }
          let range = Int(tokenOffsets[Int(token)])..<Int(tokenOffsets[Int(token) + 1])
          if abs(range.count - word.count) <= edits { found.append(token) }
        }
      }
      found.sort()
      return nearWords(found, to: word, edits: edits)
    }
  }

  private func nearWords(
    _ sorted: [UInt32],
    to word: UnsafeBufferPointer<UInt8>,
    edits: Int
  ) -> [NearWord] {
    var near: [NearWord] = []
    var last: UInt32?
    for token in sorted where token != last {
      last = token
      let other = bytes(ofToken: token)
      let limit = min(edits, TypoDistance.limit(word.count, other.count))
      let distance = TypoDistance.between(word, other, limit: limit)
      guard distance > 0, distance <= limit else { continue }
      let likeness = 1 - Float(distance) / Float(max(word.count, other.count))
      near.append(NearWord(token: token, kind: .typo, distance: distance, likeness: likeness))
    }
    near.sort { left, right in
      if left.distance != right.distance { return left.distance < right.distance }
      return bytes(ofToken: left.token).lexicographicallyPrecedes(bytes(ofToken: right.token))
    }
    return near
  }

  /// Words that begin with a word, alphabetically, at most `limit`.
  func completions(of word: [UInt8], limit: Int) -> [NearWord] {
    var low = 0
    var high = sortedTokens.count
    while low < high {
      let middle = (low + high) / 2
      if bytes(ofToken: sortedTokens[middle]).lexicographicallyPrecedes(word) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var near: [NearWord] = []
    while low < sortedTokens.count, near.count < limit {
      let other = bytes(ofToken: sortedTokens[low])
      guard other.starts(with: word) else { break }
      if other.count > word.count {
        let likeness = 0.5 + 0.4 * Float(word.count) / Float(other.count)
        near.append(
          NearWord(token: sortedTokens[low], kind: .prefix, distance: 0, likeness: likeness)
        )
      }
      low += 1
    }
    return near
  }

  /// What a word tells: rare words much, function words nothing (inverse document frequency).
  ///
  /// ln(1 + N / df), N names in all, df names with the word (Robertson & Spärck Jones, 1976,
  /// smoothed).
  func weight(ofToken token: UInt32) -> Float {
    let frequency = postingRange(ofToken: token).count
    return frequency == 0 ? 0 : naturalLogarithm(1 + Float(entryCount) / Float(frequency))
  }
}
