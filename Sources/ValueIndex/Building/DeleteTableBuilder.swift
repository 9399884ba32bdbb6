/// Builds the buckets of words by the hash of their forms after deletions.
enum DeleteTableBuilder {
  /// The `deleteOffsets` and `deleteEntries` sections for a vocabulary.
  ///
  /// Buckets side by side instead of open addressing: short forms are shared by hundreds of words,
  /// which would clog linear probing; the tags keep other forms of the same bucket apart.
  static func build(_ vocabulary: VocabularyBuilder) -> (offsets: [UInt32], entries: [UInt32]) {
    let coding = TaggedSlots(itemCount: vocabulary.count)
    var total = 0
    forEachWord(of: vocabulary) { _, word, edits in
      total += DeleteNeighbourhood.formCount(length: word.count, edits: edits)
    }
    var buckets = 16
    while buckets * 2 < total { buckets *= 2 }
    let mask = UInt64(buckets - 1)
    var offsets = [UInt32](repeating: 0, count: buckets + 1)
    offsets.withUnsafeMutableBufferPointer { offsets in
      forEachWord(of: vocabulary) { _, word, edits in
        DeleteNeighbourhood.forEachForm(of: word, edits: edits) { hash in
          offsets[Int(hash & mask)] += 1
        }
      }
      // From counts to ends; filling backwards then turns ends into starts.
      for bucket in 1...buckets { offsets[bucket] += offsets[bucket - 1] }
    }
    var entries = [UInt32](repeating: 0, count: total)
    offsets.withUnsafeMutableBufferPointer { offsets in
      entries.withUnsafeMutableBufferPointer { entries in
        forEachWord(of: vocabulary) { token, word, edits in
          DeleteNeighbourhood.forEachForm(of: word, edits: edits) { hash in
            let bucket = Int(hash & mask)
            offsets[bucket] -= 1
            entries[Int(offsets[bucket])] = coding.slot(item: token, hash: hash)
          }
        }
      }
    }
    return (offsets, entries)
  }

  private static func forEachWord(
    of vocabulary: VocabularyBuilder,
    _ body: (UInt32, UnsafeBufferPointer<UInt8>, Int) -> Void
  ) {
    vocabulary.pool.withUnsafeBufferPointer { pool in
      for token in 0..<vocabulary.count {
        let traits = vocabulary.traits[token]
        let range = Int(vocabulary.offsets[token])..<Int(vocabulary.offsets[token + 1])
        guard traits.contains(.letters), !traits.contains(.stop),
          range.count >= TypoDistance.shortestWord
        else { continue }
        let word = UnsafeBufferPointer(rebasing: pool[range])
        body(UInt32(token), word, DeleteNeighbourhood.indexedEdits(length: range.count))
      }
    }
  }
}
