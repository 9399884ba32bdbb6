/// How much of the variation of a figure each of several factors explains.
///
/// R² of the linear regression on all factors, shared out by the Shapley value: the mean, over all orders in which the
/// factors may enter, of what each adds (Lindeman, Merenda & Gold 1980). The shares add up to R².
package struct ExplainedShare: Hashable, Sendable {
  /// Columns of one factor: a dummy a category less one, or a number.
  package struct Factor: Sendable {
    package let name: String
    /// One array a column, a value an observation.
    package let columns: [[Double]]

    package init(_ name: String, columns: [[Double]]) {
      self.name = name
      self.columns = columns
    }

    /// A factor of categories: a column for each but the first, 1 where it holds.
    package init(_ name: String, categories: [Int]) {
      let levels = Set(categories).sorted().dropFirst()
      self.init(name, columns: levels.map { level in categories.map { $0 == level ? 1 : 0 } })
    }
  }

  /// What one factor explains.
  package struct Share: Hashable, Sendable {
    package let name: String
    /// Of the variation, 0 to 1.
    package let share: Double
    /// That the others alone explain as much: the F test of leaving it out.
    package let chance: Double
  }

  /// All of it together, 0 to 1.
  package let whole: Double
  /// The same less what as many columns of chance would explain: 1 − (1 − R²)(n − 1) ÷ (n − k − 1) (Wherry 1931).
  package let adjusted: Double
  /// The largest first.
  package let shares: [Share]
  /// Observations.
  package let count: Int

  /// More factors would take too many regressions: 2 to their number.
  package static let mostFactors = 8

  /// Nil where there are too few observations, or the figure never changes.
  package init?(of figure: [Double], by factors: [Factor]) {
    let factors = factors.filter { !$0.columns.isEmpty }.prefix(Self.mostFactors)
    let width = factors.reduce(1) { $0 + $1.columns.count }
    guard !factors.isEmpty, figure.count >= 2 * width,
      let regression = SubsetRegression(figure, Array(factors).map(\.columns))
    else { return nil }
    let sets = 1 << factors.count
    let explained = (0..<sets).map { regression.explained(by: $0) }
    let all = explained[sets - 1]
    count = figure.count
    whole = all
    let degrees = Double(figure.count - width)
    adjusted = 1 - (1 - all) * Double(figure.count - 1) / degrees
    shares = factors.enumerated().map { place, factor in
      let gain = all - explained[(sets - 1) & ~(1 << place)]
      let columns = Double(factor.columns.count)
      let f = gain / columns / max(1e-300, (1 - all) / degrees)
      return Share(
        name: factor.name,
        share: Self.shapley(place, explained, factors.count),
        chance: TestDistributions.upperFisher(f, columns, degrees)
      )
    }.sorted { $0.share != $1.share ? $0.share > $1.share : $0.name < $1.name }
  }

  /// Σ over sets S without the factor of |S|! (m − |S| − 1)! ÷ m! × (R²(S + factor) − R²(S)).
  private static func shapley(_ place: Int, _ explained: [Double], _ count: Int) -> Double {
    let bit = 1 << place
    let factorial = { (number: Int) in (0..<number).reduce(1.0) { $0 * Double($1 + 1) } }
    return explained.indices.filter { $0 & bit == 0 }.reduce(0) { sum, set in
      let size = set.nonzeroBitCount
      let weight = factorial(size) * factorial(count - size - 1) / factorial(count)
      return sum + weight * (explained[set | bit] - explained[set])
    }
  }
}

/// Regressions of one figure on subsets of groups of columns, from one table of cross products.
private struct SubsetRegression {
  private let products: [[Double]]
  private let withFigure: [Double]
  private let total: Double
  /// The columns of each group.
  private let groups: [Range<Int>]

  /// Nil for a figure that never changes.
  init?(_ figure: [Double], _ factors: [[[Double]]]) {
    let centred = factors.joined().map(Self.centred)
    let figure = Self.centred(figure)
    total = figure.reduce(0) { $0 + $1 * $1 }
    guard total > 1e-12 else { return nil }
    var start = 0
    groups = factors.map { columns in
      defer { start += columns.count }
      return start..<start + columns.count
    }
    products = centred.indices.map { row in
      (0...row).map { Self.product(centred[row], centred[$0]) }
    }
    withFigure = centred.map { Self.product($0, figure) }
  }

  /// R² on the groups whose bits are set.
  func explained(by set: Int) -> Double {
    let columns = groups.indices.filter { set & (1 << $0) != 0 }.flatMap { groups[$0] }
    guard !columns.isEmpty else { return 0 }
    var equations = NormalEquations(size: columns.count)
    for (row, first) in columns.enumerated() {
      for (place, second) in columns.prefix(row + 1).enumerated() {
        equations.add(row, place, products[first][second])
      }
      // A column that others make up changes nothing.
      equations.add(row, row, 1e-9 * (products[first][first] + 1e-9))
    }
    equations.factor()
    let right = columns.map { withFigure[$0] }
    let solution = equations.solution(right)
    let sum = zip(solution, right).reduce(0) { $0 + $1.0 * $1.1 }
    return min(1, max(0, sum / total))
  }

  private static func centred(_ column: [Double]) -> [Double] {
    let mean = column.reduce(0, +) / Double(max(1, column.count))
    return column.map { $0 - mean }
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }
}
