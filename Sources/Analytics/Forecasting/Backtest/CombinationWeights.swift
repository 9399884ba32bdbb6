/// Weights of the models in a combination: those that would have served best, held to usual ones.
///
/// Minimises Σ (y − Σ w f)² / v + κ σ² |w − w₀|² over w ≥ 0, Σ w = 1 (stacking: Wolpert 1992, Breiman 1996,
/// with a ridge to the prior weights w₀). v is the expected size of the squared error of a day, σ² that of the best
/// model. A few origins say little about a noisy product, then w₀ decides; much where models differ.
struct CombinationWeights {
  /// By model in the order of `ForecastModel.allCases`, each at least 0, their sum 1.
  private(set) var values: [Double]

  /// κ: how many days of a difference as large as the noise it takes to move a weight by 1.
  static let firmness = 40.0
  /// Days in a row err alike: so many count as one.
  private static let dependence = 4.0

  /// The weights without a backtest.
  static let prior: [Double] = ForecastModel.allCases.map(\.priorWeight)

  /// Weighs the models by a backtest; the prior weights when it is empty.
  init(_ rows: [Backtest.Row]) {
    values = Self.prior
    let count = values.count
    guard !rows.isEmpty else { return }
    let usual = rows.reduce(0) { $0 + $1.actual } / Double(rows.count)
    var products = [Double](repeating: 0, count: count * count)
    for row in rows {
      let expected = zip(Self.prior, row.expected).reduce(0) { $0 + $1.0 * $1.1 }
      let size = max(expected, 0.1 * usual, 1e-9)
      let errors = row.expected.map { row.actual - $0 }
      for first in 0..<count {
        let scaled = errors[first] / size
        for second in 0...first { products[first * count + second] += scaled * errors[second] }
      }
    }
    for first in 0..<count {
      for second in 0..<first {
        products[second * count + first] = products[first * count + second]
      }
    }
    let least = (0..<count).map { products[$0 * count + $0] }.min() ?? 0
    guard least > 0 else {
      values = Self.perfect(products, count)
      return
    }
    let noise = least / Double(rows.count)
    descend(products.map { $0 / noise / Self.dependence })
  }

  /// All weight to the models without an error, in equal parts.
  private static func perfect(_ products: [Double], _ count: Int) -> [Double] {
    let flawless = (0..<count).map { products[$0 * count + $0] <= 0 ? 1.0 : 0 }
    let total = flawless.reduce(0, +)
    return flawless.map { $0 / total }
  }

  /// Projected gradient descent with a step below the inverse of the greatest curvature.
  private mutating func descend(_ products: [Double]) {
    let count = values.count
    let trace = (0..<count).reduce(0) { $0 + products[$1 * count + $1] }
    let step = 1 / (trace + Self.firmness)
    for _ in 0..<300 {
      var next = values
      for row in 0..<count {
        var slope = Self.firmness * (values[row] - Self.prior[row])
        for column in 0..<count { slope += products[row * count + column] * values[column] }
        next[row] -= step * slope
      }
      next = Self.projected(next)
      let change = zip(next, values).reduce(0) { max($0, abs($1.0 - $1.1)) }
      values = next
      if change < 1e-7 { break }
    }
  }

  /// The nearest point with no negative part and sum 1 (Held, Wolfe and Crowder, 1974).
  static func projected(_ point: [Double]) -> [Double] {
    var sum = 0.0
    var threshold = 0.0
    for (index, value) in point.sorted(by: >).enumerated() {
      sum += value
      let candidate = (sum - 1) / Double(index + 1)
      if value > candidate { threshold = candidate }
    }
    return point.map { max(0, $0 - threshold) }
  }

  /// The weighted mean of what the models expect.
  func combined(_ expected: [Double]) -> Double {
    zip(values, expected).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
