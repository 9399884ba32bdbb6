/// The place of a text in meaning space: 48 numbers of Euclidean length 1, or all zero for no text.
///
/// Kept as three SIMD vectors, so that it lives in registers and never on the heap.
package struct Embedding: Hashable, Sendable {
  /// How many numbers a vector has; a multiple of 16.
  package static let dimensions = 48

  var first: SIMD16<Float>
  var second: SIMD16<Float>
  var third: SIMD16<Float>

  /// The zero vector: what a text without any feature gets.
  package static let zero = Embedding()

  init() {
    (first, second, third) = (.zero, .zero, .zero)
  }

  init(first: SIMD16<Float>, second: SIMD16<Float>, third: SIMD16<Float>) {
    (self.first, self.second, self.third) = (first, second, third)
  }

  /// The vector with these numbers, as they are: callers that need length 1 take `normalized`.
  package init(_ values: [Float]) {
    precondition(values.count == Self.dimensions, "an embedding has \(Self.dimensions) numbers")
    precondition(values.allSatisfy(\.isFinite), "an embedding's numbers are finite")
    first = SIMD16(values[0..<16])
    second = SIMD16(values[16..<32])
    third = SIMD16(values[32..<48])
  }

  /// The 48 numbers in order.
  package var values: [Float] {
    [first, second, third].flatMap { part in part.indices.map { part[$0] } }
  }

  /// Whether nothing is known of the text, so that it is like no other.
  package var isZero: Bool { self == .zero }

  /// Scalar product; the cosine when both vectors have length 1.
  package func dot(_ other: Embedding) -> Float {
    Self.sum(first * other.first + second * other.second + third * other.third)
  }

  /// The same direction with length 1; the zero vector stays zero.
  package var normalized: Embedding {
    let length = dot(self).squareRoot()
    return length > 0 ? scaled(by: 1 / length) : .zero
  }

  func scaled(by factor: Float) -> Embedding {
    Embedding(first: first * factor, second: second * factor, third: third * factor)
  }

  mutating func add(_ other: Embedding, weight: Float) {
    first += other.first * weight
    second += other.second * weight
    third += other.third * weight
  }

  /// Sum by halves: the order is fixed (same bits in every build) and shorter than sixteen in a row.
  private static func sum(_ lanes: SIMD16<Float>) -> Float {
    let eight = lanes.lowHalf + lanes.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
