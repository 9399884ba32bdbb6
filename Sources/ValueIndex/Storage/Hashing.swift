/// Hashes of folded bytes, the same on every machine and in every run.
enum Hashing {
  /// Start of a hash (FNV-1a, 64 bits, http://www.isthe.com/chongo/tech/comp/fnv).
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of what `hash` stands for followed by one more byte.
  @inline(__always)
  static func append(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of what `hash` stands for followed by more bytes.
  @inline(__always)
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to hash: UInt64) -> UInt64 {
    var hash = hash
    for byte in bytes { hash = append(byte, to: hash) }
    return hash
  }

  /// Spreads an FNV hash over all its bits, which tables take from the top and the bottom.
  @inline(__always)
  static func mix(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }

  /// Checksum of a block, in four lanes so that it runs at memory speed.
  ///
  /// Sensitive to the place of every word; a tail shorter than 32 bytes goes byte by byte.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var (first, second, third, fourth) = (seed, seed &+ 1, seed &+ 2, seed &+ 3)
    let whole = bytes.count & ~31
    var place = 0
    while place < whole {
      first = stir(first, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      second = stir(second, bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self))
      third = stir(third, bytes.loadUnaligned(fromByteOffset: place &+ 16, as: UInt64.self))
      fourth = stir(fourth, bytes.loadUnaligned(fromByteOffset: place &+ 24, as: UInt64.self))
      place &+= 32
    }
    var hash = UInt64(bytes.count)
    for lane in [first, second, third, fourth] { hash = mix(hash ^ lane) }
    for index in whole..<bytes.count { hash = append(bytes[index], to: hash) }
    return mix(hash)
  }

  /// One word into a lane: a bijection of the lane for a given word, so that no change is lost.
  @inline(__always)
  private static func stir(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let product = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }
}

/// A slot of an open-addressing table: an item number and as many hash bits as are left beside it.
///
/// A million items leave 12 bits, so that a probe of an absent key reads an item once in 4,096
/// times.
struct TaggedSlots {
  /// Bits of the item number; zero as a whole slot means empty, so items are stored plus one.
  let itemBits: UInt32
  private let itemMask: UInt32

  /// The coding for tables of this many items.
  init(itemCount: Int) {
    itemBits = UInt32(64 - UInt64(itemCount + 1).leadingZeroBitCount)
    itemMask = itemBits >= 32 ? .max : (1 << itemBits) - 1
  }

  /// Slots of a table for this many items: a power of two, at most three quarters full.
  static func capacity(for itemCount: Int) -> Int {
    var capacity = 16
    while capacity * 3 < itemCount * 4 { capacity *= 2 }
    return capacity
  }

  /// The slot that holds an item under a mixed hash.
  @inline(__always)
  func slot(item: UInt32, hash: UInt64) -> UInt32 {
    (item + 1) | tag(hash)
  }

  /// The hash bits kept in a slot.
  @inline(__always)
  func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~itemMask
  }

  /// The item of a slot when its tag agrees; nil when another key sits there.
  @inline(__always)
  func item(_ slot: UInt32, hash: UInt64) -> UInt32? {
    slot & ~itemMask == tag(hash) ? (slot & itemMask) - 1 : nil
  }
}
