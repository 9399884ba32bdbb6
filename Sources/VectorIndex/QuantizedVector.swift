/// Vectors in whole numbers of 8 bits, −127 … 127, and their exact products.
enum QuantizedVector {
  private static let dimensions = Embedding.dimensions

  /// The greatest absolute value.
  static func greatest(_ values: [Float]) -> Float {
    values.reduce(0) { max($0, abs($1)) }
  }

  /// An example's three parts, its greatest number brought to ±127.
  static func parts(of embedding: Embedding) -> [SIMD16<Int8>] {
    let values = embedding.values
    let greatest = greatest(values)
    let factor = greatest > 0 ? 127 / greatest : 0
    let steps = values.map { Int8(nearest($0 * factor)) }
    return stride(from: 0, to: dimensions, by: 16).map { SIMD16(steps[$0..<($0 + 16)]) }
  }

  /// A part's sixteen numbers at 16 bits, those of even place and those of odd place apart.
  struct SplitPart {
    let even: SIMD8<Int16>
    let odd: SIMD8<Int16>

    @inline(__always)
    init(_ part: SIMD16<Int8>) {
      let lanes = unsafeBitCast(part, to: SIMD8<Int16>.self)
      even = (lanes &<< 8) &>> 8
      odd = lanes &>> 8
    }
  }

  /// A query, quantised as examples are: the very text of an example has exactly its numbers.
  struct Query {
    let first: SplitPart
    let second: SplitPart
    let third: SplitPart
    /// One over the length of the numbers.
    let inverseLength: Float

    /// Nil for the zero vector.
    init?(_ embedding: Embedding) {
      let parts = parts(of: embedding)
      inverseLength = inverseLengths(of: parts)[0]
      guard inverseLength > 0 else { return nil }
      first = SplitPart(parts[0])
      second = SplitPart(parts[1])
      third = SplitPart(parts[2])
    }
  }

  /// One over each example's length; zero for a zero vector.
  static func inverseLengths(of parts: [SIMD16<Int8>]) -> [Float] {
    parts.withUnsafeBytes { bytes in
      (0..<(parts.count / 3)).map { example in
        var square: Int32 = 0
        for index in 0..<dimensions {
          let number = Int32(
            bytes.load(fromByteOffset: example * dimensions + index, as: Int8.self)
          )
          square &+= number &* number
        }
        return square > 0 ? 1 / Float(square).squareRoot() : 0
      }
    }
  }

  /// Scalar product of an example's three parts with a query.
  ///
  /// Swift's lane-by-lane conversions from 8 to 32 bits are slow, so lanes are widened by shifts:
  /// pairs of bytes are read as one 16-bit lane, and later pairs of those as one 32-bit lane.
  @inline(__always)
  static func dot(_ parts: UnsafePointer<SIMD16<Int8>>, _ query: Query) -> Int32 {
    let four =
      sums(parts[0], query.first) &+ sums(parts[1], query.second) &+ sums(parts[2], query.third)
    let two = four.lowHalf &+ four.highHalf
    return two.x &+ two.y
  }

  /// Four partial sums; a sum of two products is at most 2 · 127 · 127 < 2^15 and stays exact.
  @inline(__always)
  private static func sums(_ example: SIMD16<Int8>, _ query: SplitPart) -> SIMD4<Int32> {
    let pairs = SplitPart(example)
    let products = pairs.even &* query.even &+ pairs.odd &* query.odd
    let lanes = unsafeBitCast(products, to: SIMD4<Int32>.self)
    return (lanes &<< 16) &>> 16 &+ lanes &>> 16
  }

  /// Rounds half away from zero; unlike `rounded()`, no library call on older processors.
  private static func nearest(_ value: Float) -> Int32 {
    Int32(value + (value < 0 ? -0.5 : 0.5))
  }
}
