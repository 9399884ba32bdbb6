import Glibc

/// Demand as a product of effects: log E(y) = level + trend + seasons + promotion + events.
///
/// A quasi-Poisson regression with log link (McCullagh and Nelder, "Generalized Linear Models", 1989, ch. 9):
/// Var(y) = φ E(y). Unlike a regression of log(1 + y) it is unbiased in units and takes zeros as they are.
/// Each coefficient is held to its prior centre by φ / spread², knots to their neighbours by φ / step²
/// (a random walk, so that the level beyond the data is the last one), and old days count less.
struct DemandRegression {
  /// One a column.
  private(set) var coefficients: [Double]
  /// φ, in units.
  private(set) var dispersion: Double
  /// The factor of the last system, for standard errors.
  private(set) var system: NormalEquations

  /// Days after which a day counts half.
  static let halfLife = 730.0
  /// The share of the yearly growth that is left from one day to the next beyond the data.
  static let damping = 0.996

  /// Fits the first `count` days of a series.
  ///
  /// - Parameters:
  ///   - series: the product's days.
  ///   - count: how many of them, from the first.
  ///   - table: the features of its calendar.
  ///   - prior: where coefficients are held.
  ///   - start: a former fit to begin with.
  init(
    _ series: AlignedSeries,
    count: Int,
    table: FeatureTable,
    prior: CoefficientPrior,
    start: DemandRegression? = nil
  ) {
    let mean = max(series.quantities.prefix(count).reduce(0, +) / Double(max(1, count)), 1e-9)
    if let start {
      (coefficients, dispersion) = (start.coefficients, start.dispersion)
    } else {
      coefficients = prior.centres
      coefficients[0] = log(mean)
      dispersion = mean
    }
    var prior = prior
    prior.centres[0] = log(mean)
    system = NormalEquations(size: table.columns.count)
    let rounds = start == nil ? 6 : 3
    for _ in 0..<rounds {
      let change = step(series, count, table, prior)
      if change < 1e-4 { break }
    }
  }

  /// One step of Newton's method; the greatest change of a coefficient.
  private mutating func step(
    _ series: AlignedSeries,
    _ count: Int,
    _ table: FeatureTable,
    _ prior: CoefficientPrior
  ) -> Double {
    system.clear()
    let spread = accumulate(series, count, table)
    dispersion = max(spread, 1e-9)
    hold(table, prior)
    system.factor()
    let change = system.solution(system.right)
    var greatest = 0.0
    // A step of more than 2 multiplies demand by 7: the quadratic model is no guide that far.
    let length = change.reduce(0) { max($0, abs($1)) }
    let scale = length > 2 ? 2 / length : 1
    for column in change.indices where change[column].isFinite {
      coefficients[column] += change[column] * scale
      greatest = max(greatest, abs(change[column]))
    }
    return greatest
  }

  /// Adds the data's part of gradient and curvature; Pearson's estimate of φ.
  private mutating func accumulate(
    _ series: AlignedSeries,
    _ count: Int,
    _ table: FeatureTable
  ) -> Double {
    let size = system.size
    let denseCount = FeatureTable.denseCount
    let decay = exp(-log(2) / Self.halfLife)
    var weight = pow(decay, Double(count))
    var pearson = 0.0
    var total = 0.0
    let beta = coefficients
    var listColumns = [Int](repeating: 0, count: 64)
    var listValues = [Double](repeating: 0, count: 64)
    system.matrix.withUnsafeMutableBufferPointer { a in
      system.right.withUnsafeMutableBufferPointer { b in
        table.dense.withUnsafeBufferPointer { dense in
          for day in 0..<count {
            weight /= decay
            let row = series.start + day
            let base = row * denseCount
            var listed = 0
            let promotion = series.promotions[day]
            var pending = promotion != 0
            for position in table.offsets[row]..<table.offsets[row + 1] {
              let column = table.sparseColumns[position]
              if pending, column > table.promotionColumn {
                listColumns[listed] = table.promotionColumn
                listValues[listed] = promotion
                listed += 1
                pending = false
              }
              guard listed < 63 else { break }
              listColumns[listed] = column
              listValues[listed] = table.sparseValues[position]
              listed += 1
            }
            var eta = 0.0
            for column in 0..<denseCount { eta += beta[column] * dense[base + column] }
            for item in 0..<listed { eta += beta[listColumns[item]] * listValues[item] }
            let mean = exp(min(30, max(-30, eta)))
            let residual = series.quantities[day] - mean
            pearson += weight * residual * residual / max(mean, 1e-9)
            total += weight
            let pull = weight * residual
            let curve = weight * mean
            for column in 0..<denseCount {
              let value = dense[base + column]
              b[column] += pull * value
              let scaled = curve * value
              let start = column * size
              for other in 0...column { a[start + other] += scaled * dense[base + other] }
            }
            for item in 0..<listed {
              let column = listColumns[item]
              let value = listValues[item]
              b[column] += pull * value
              let scaled = curve * value
              let start = column * size
              for other in 0..<denseCount { a[start + other] += scaled * dense[base + other] }
              for other in 0...item { a[start + listColumns[other]] += scaled * listValues[other] }
            }
          }
        }
      }
    }
    return total > 0 ? pearson / total : 1
  }

  /// Adds the prior's part: ridge to the centres, and knots to their neighbours.
  private mutating func hold(_ table: FeatureTable, _ prior: CoefficientPrior) {
    for column in coefficients.indices {
      let strength = dispersion / (prior.spreads[column] * prior.spreads[column])
      system.add(column, column, strength)
      system.right[column] += strength * (prior.centres[column] - coefficients[column])
    }
    let strength = dispersion / (prior.knotStep * prior.knotStep)
    for knot in table.knotColumns.dropFirst() {
      let step = coefficients[knot] - coefficients[knot - 1]
      system.add(knot, knot, strength)
      system.add(knot - 1, knot - 1, strength)
      system.add(knot, knot - 1, -strength)
      system.right[knot] -= strength * step
      system.right[knot - 1] += strength * step
    }
  }

  /// The standard error of a coefficient: √(φ (XᵀWX + P)⁻¹), φ being within W's scale.
  func standardError(_ column: Int) -> Double {
    var unit = [Double](repeating: 0, count: system.size)
    unit[column] = 1
    return max(0, dispersion * system.solution(unit)[column]).squareRoot()
  }
}
