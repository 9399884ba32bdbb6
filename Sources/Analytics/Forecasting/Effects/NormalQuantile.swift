import Glibc

/// Quantiles of the normal distribution.
enum NormalQuantile {
  /// The value a standard normal variable stays below with a probability: 1.2816 for 0.9.
  ///
  /// By bisection of the error function: exact, and called a few times a product only.
  static func of(_ probability: Double) -> Double {
    var low = -9.0
    var high = 9.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if 0.5 * erfc(-middle / 2.0.squareRoot()) < probability {
        low = middle
      } else {
        high = middle
      }
    }
    return (low + high) / 2
  }
}
