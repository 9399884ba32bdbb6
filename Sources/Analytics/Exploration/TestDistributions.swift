/// Chances under the distributions of usual tests.
enum TestDistributions {
  /// The chance of a t at least as far from 0, on either side; DLMF-style I(ν ÷ (ν + t²); ν ÷ 2, ½).
  static func twoSidedStudent(_ t: Double, degrees: Double) -> Double {
    guard degrees > 0, !t.isNaN else { return 1 }
    return t.isInfinite ? 0 : IncompleteBeta.of(degrees / (degrees + t * t), degrees / 2, 0.5)
  }

  /// The chance of an F at least as large.
  static func upperFisher(_ f: Double, _ numerator: Double, _ denominator: Double) -> Double {
    guard numerator > 0, denominator > 0, f > 0 else { return 1 }
    if f.isInfinite { return 0 }
    let x = denominator / (denominator + numerator * f)
    return IncompleteBeta.of(x, denominator / 2, numerator / 2)
  }

  /// The t that is exceeded on either side with a chance: 2.2281 for 0.05 and 10 degrees of freedom; by bisection.
  static func studentQuantile(twoSided chance: Double, degrees: Double) -> Double {
    var (low, high) = (0.0, 1e6)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if twoSidedStudent(middle, degrees: degrees) > chance { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
