import Glibc

/// The regularised incomplete beta function I(x; a, b).
enum IncompleteBeta {
  /// I(x; a, b) for x from 0 to 1 and positive a and b, to about 1e-12.
  ///
  /// By the continued fraction DLMF 8.17.22, evaluated by the modified Lentz method; where it converges slowly, by
  /// I(x; a, b) = 1 − I(1 − x; b, a).
  static func of(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if !(x > 0) { return 0 }
    if x >= 1 { return 1 }
    let logarithm = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    let front = exp(logarithm)
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  private static let tiny = 1e-300
  private static let steps = 500

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1))
    var value = d
    for step in 1...steps {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonZero(1 + even * d)
      c = nonZero(1 + even / c)
      value *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonZero(1 + odd * d)
      c = nonZero(1 + odd / c)
      value *= c * d
      if abs(c * d - 1) < 1e-14 { break }
    }
    return value
  }

  private static func nonZero(_ number: Double) -> Double { abs(number) < tiny ? tiny : number }
}
