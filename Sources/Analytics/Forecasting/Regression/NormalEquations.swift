/// A symmetric positive definite system A x = b, and its Cholesky factor.
///
/// Only the lower triangle is kept up, row after row in one array.
struct NormalEquations {
  /// Unknowns.
  let size: Int
  /// A, then its factor L with A = L Lᵀ.
  var matrix: [Double]
  /// b.
  var right: [Double]

  /// All zero.
  init(size: Int) {
    self.size = size
    matrix = [Double](repeating: 0, count: size * size)
    right = [Double](repeating: 0, count: size)
  }

  /// Sets everything to zero, keeping the memory.
  mutating func clear() {
    matrix.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    right.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Adds to A at a row and a column, not above the diagonal.
  mutating func add(_ row: Int, _ column: Int, _ value: Double) {
    matrix[row * size + column] += value
  }

  /// Replaces A by its Cholesky factor; a pivot that is not positive is raised, which holds that unknown.
  mutating func factor() {
    let size = size
    matrix.withUnsafeMutableBufferPointer { a in
      for row in 0..<size {
        let start = row * size
        for column in 0...row {
          let other = column * size
          var sum = a[start + column]
          var index = 0
          var first = SIMD4<Double>.zero
          while index + 4 <= column {
            first += Self.four(a, start + index) * Self.four(a, other + index)
            index += 4
          }
          sum -= first.sum()
          while index < column {
            sum -= a[start + index] * a[other + index]
            index += 1
          }
          if column == row {
            a[start + row] = max(sum, 1e-12).squareRoot()
          } else {
            a[start + column] = sum / a[other + column]
          }
        }
      }
    }
  }

  /// Solves L Lᵀ x = b after `factor()`.
  func solution(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<size {
      var sum = x[row]
      for column in 0..<row { sum -= matrix[row * size + column] * x[column] }
      x[row] = sum / matrix[row * size + row]
    }
    for row in (0..<size).reversed() {
      x[row] /= matrix[row * size + row]
      let value = x[row]
      for column in 0..<row { x[column] -= matrix[row * size + column] * value }
    }
    return x
  }

  /// vᵀ A⁻¹ v after `factor()`, for a v that is 0 before a row: |L⁻¹ v|², which begins at that row.
  func inverseForm(_ vector: [Double], from first: Int) -> Double {
    var x = vector
    var sum = 0.0
    for row in first..<size {
      var value = x[row]
      for column in first..<row { value -= matrix[row * size + column] * x[column] }
      x[row] = value / matrix[row * size + row]
      sum += x[row] * x[row]
    }
    return sum
  }

  private static func four(_ a: UnsafeMutableBufferPointer<Double>, _ index: Int) -> SIMD4<Double> {
    SIMD4(a[index], a[index + 1], a[index + 2], a[index + 3])
  }
}
